import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How people come in: passwords, six-digit codes, invitations, sessions, tokens, the calendar's secret address. Of a
 * secret handed out only its SHA-256 in hexadecimal is kept. Limits and lifetimes count by the real clock, whatever the
 * demo's says.
 */
export class SignIn1767225600103 implements MigrationInterface {
  readonly name = 'SignIn1767225600103';

  async up(runner: QueryRunner): Promise<void> {
    await this.tables(runner);
    await this.secrets(runner);
    await this.attempts(runner);
    await this.codes(runner);
    await this.accounts(runner);
    await this.ends(runner);
  }

  private async tables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table credential (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null check (hash like '$argon2id$%'),
        set_at timestamptz not null default clock_timestamp(),
        foreign key (person_id, union_id) references person (id, union_id)
      );

      create table invitation (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        union_id uuid not null,
        person_id uuid not null,
        invited_by uuid,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        used_at timestamptz,
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (invited_by, union_id) references person (id, union_id)
      );
      create index invitation_of_person on invitation (person_id);

      create table session (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        id uuid not null unique default gen_random_uuid(),
        union_id uuid not null,
        person_id uuid not null,
        opened_by text not null default 'password' check (opened_by in ('password', 'code')),
        shared boolean not null default false,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        last_seen timestamptz not null default clock_timestamp(),
        user_agent text check (length(user_agent) <= 200),
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create index session_of_person on session (person_id);

      create table api_token (
        hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
        id uuid not null unique,
        union_id uuid not null,
        person_id uuid not null,
        label text not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz,
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create index api_token_of_person on api_token (person_id);

      -- Of no union: the address tried may be nobody's. Hashes only, so that it is no list of addresses.
      create table sign_in_attempt (
        id bigint generated always as identity primary key,
        email_hash text not null,
        address_hash text not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_attempt_email on sign_in_attempt (email_hash, at);
      create index sign_in_attempt_address on sign_in_attempt (address_hash, at);

      -- One live code for an account: a new one takes the place of the old. Used, it is gone.
      create table sign_in_code (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        expires_at timestamptz not null,
        wrong_tries int not null default 0,
        foreign key (person_id, union_id) references person (id, union_id)
      );

      -- The secret address under which a person's calendar program reads their terms.
      create table calendar (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
        -- By the product's clock, as everything that people read.
        created_at timestamptz not null,
        foreign key (person_id, union_id) references person (id, union_id)
      );
    `);
  }

  /** What must work before a person is known: each function answers one question about one secret. */
  private async secrets(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function account_of_email(address text) returns table (person_id uuid, hash text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.id, c.hash from person p join credential c on c.person_id = p.id
         where p.email = lower(address) and p.deactivated_at is null
      $$;

      -- Marked at most once an hour: a page asks many times a minute.
      create function person_of_session(secret_hash text) returns uuid
        language sql volatile security definer set search_path = public, pg_temp as $$
        with found as (
          select s.hash, s.person_id, s.last_seen
            from session s join person p on p.id = s.person_id and p.deactivated_at is null
           where s.hash = secret_hash and s.expires_at > clock_timestamp()),
        seen as (
          update session s set last_seen = clock_timestamp() from found f
           where s.hash = f.hash and f.last_seen < clock_timestamp() - interval '1 hour')
        select person_id from found
      $$;

      create function person_of_token(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select t.person_id from api_token t join person p on p.id = t.person_id and p.deactivated_at is null
         where t.hash = secret_hash and t.expires_at > clock_timestamp() and t.revoked_at is null
      $$;

      create function person_of_calendar(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select c.person_id from calendar c join person p on p.id = c.person_id and p.deactivated_at is null
         where c.hash = secret_hash
      $$;

      create function person_of_invitation(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select i.person_id from invitation i join person p on p.id = i.person_id and p.deactivated_at is null
         where i.hash = secret_hash and i.expires_at > clock_timestamp() and i.used_at is null
      $$;

      create function invitation_said(secret_hash text)
        returns table (name text, email text, union_name text, expires_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.name, p.email, u.name, i.expires_at
          from invitation i join person p on p.id = i.person_id and p.deactivated_at is null
          join union_ u on u.id = p.union_id
         where i.hash = secret_hash and i.expires_at > clock_timestamp() and i.used_at is null
      $$;

      -- Used once, also when two requests come at once; whoever was signed in with the old password is not any more.
      create function accept_invitation(secret_hash text, password_hash text) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare invited uuid;
        begin
          update invitation i set used_at = clock_timestamp() from person p
           where i.hash = secret_hash and i.expires_at > clock_timestamp() and i.used_at is null
             and p.id = i.person_id and p.deactivated_at is null
          returning i.person_id into invited;
          if invited is null then return null; end if;
          insert into credential (person_id, union_id, hash)
            select id, union_id, password_hash from person where id = invited
            on conflict (person_id) do update set hash = excluded.hash, set_at = clock_timestamp();
          update invitation set used_at = clock_timestamp() where person_id = invited and used_at is null;
          delete from session where person_id = invited;
          update person set accepted_at = coalesce(accepted_at, clock_timestamp()) where id = invited;
          return invited;
        end $$;

      create function has_credential(person uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select can_see_person(has_credential.person)
           and exists (select 1 from credential c where c.person_id = has_credential.person)
      $$;

      revoke execute on function account_of_email(text), person_of_session(text), person_of_token(text),
        person_of_calendar(text), person_of_invitation(text), invitation_said(text), accept_invitation(text, text),
        has_credential(uuid) from public;
      grant execute on function account_of_email(text), person_of_session(text), person_of_token(text),
        person_of_calendar(text), person_of_invitation(text), invitation_said(text), accept_invitation(text, text),
        has_credential(uuid) to capofila_app;
    `);
  }

  private async attempts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Counts the attempt before the password is looked at, under a lock, so that a burst cannot pass the limit.
      -- Answers the seconds to wait, 0 when the attempt may go on.
      create function admit_sign_in(email text, address text, window_seconds int, per_email int, per_address int)
        returns int
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare since timestamptz := clock_timestamp() - make_interval(secs => window_seconds);
        declare oldest timestamptz;
        begin
          perform pg_advisory_xact_lock(hashtextextended('sign-in ' || key, 0))
             from (values (email), (address)) k (key) order by key;
          delete from sign_in_attempt where at < since;
          select a.at into oldest from sign_in_attempt a where a.email_hash = email
           order by a.at desc offset per_email - 1 limit 1;
          if oldest is null then
            select a.at into oldest from sign_in_attempt a where a.address_hash = address
             order by a.at desc offset per_address - 1 limit 1;
          end if;
          if oldest is not null then
            return greatest(1, ceil(extract(epoch from oldest - since)))::int;
          end if;
          insert into sign_in_attempt (email_hash, address_hash) values (email, address);
          return 0;
        end $$;

      create function forget_sign_in_attempts(email text) returns void
        language sql security definer set search_path = public, pg_temp as $$
        delete from sign_in_attempt where email_hash = email
      $$;

      revoke execute on function admit_sign_in(text, text, int, int, int), forget_sign_in_attempts(text) from public;
      grant execute on function admit_sign_in(text, text, int, int, int), forget_sign_in_attempts(text) to capofila_app;
    `);
  }

  private async codes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Answers the name of whom the code belongs to; no row when nobody with this address may come in by code.
      create function start_sign_in_code(address text, code_hash text, minutes int) returns table (name text)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found person;
        begin
          select * into found from person p
           where p.email = lower(address) and p.deactivated_at is null
             and (p.accepted_at is not null
               or exists (select 1 from credential c where c.person_id = p.id)
               or exists (select 1 from invitation i where i.person_id = p.id
                           and i.used_at is null and i.expires_at > clock_timestamp()));
          if found.id is null then return; end if;
          insert into sign_in_code (person_id, union_id, hash, expires_at)
            values (found.id, found.union_id, code_hash, clock_timestamp() + make_interval(mins => minutes))
            on conflict (person_id) do update
              set hash = excluded.hash, expires_at = excluded.expires_at, wrong_tries = 0;
          return query select found.name;
        end $$;

      -- Under the row's lock, so that a burst has no more tries than a patient person. Coming in accepts the invitation.
      create function use_sign_in_code(address text, code_hash text, most_wrong int) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare code sign_in_code;
        begin
          select c.* into code from sign_in_code c join person p on p.id = c.person_id
           where p.email = lower(address) and p.deactivated_at is null
             and c.expires_at > clock_timestamp() and c.wrong_tries < most_wrong
             for update of c;
          if code.person_id is null then return null; end if;
          if code.hash <> code_hash then
            update sign_in_code set wrong_tries = wrong_tries + 1 where person_id = code.person_id;
            return null;
          end if;
          delete from sign_in_code where person_id = code.person_id;
          update invitation set used_at = clock_timestamp() where person_id = code.person_id and used_at is null;
          update person set accepted_at = coalesce(accepted_at, clock_timestamp()) where id = code.person_id;
          return code.person_id;
        end $$;

      revoke execute on function start_sign_in_code(text, text, int), use_sign_in_code(text, text, int) from public;
      grant execute on function start_sign_in_code(text, text, int), use_sign_in_code(text, text, int) to capofila_app;

      create function mark_sign_in() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update person set last_sign_in_at = new.created_at where id = new.person_id;
          return null;
        end $$;
      create trigger session_marks_sign_in after insert on session for each row execute function mark_sign_in();
    `);
  }

  private async accounts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function own_password() returns text
        language sql stable security definer set search_path = public, pg_temp as $$
        select c.hash from credential c join person p on p.id = c.person_id and p.deactivated_at is null
         where p.id = app_person()
      $$;

      -- Only the session that asked goes on; tokens end by the trigger of credentials.
      create function set_own_password(password_hash text, kept_session text) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare me uuid := app_person();
        begin
          if app_union() is null then
            raise exception 'nobody is signed in' using errcode = 'insufficient_privilege';
          end if;
          insert into credential (person_id, union_id, hash) values (me, app_union(), password_hash)
            on conflict (person_id) do update set hash = excluded.hash, set_at = clock_timestamp();
          delete from session where person_id = me and hash <> kept_session;
          delete from sign_in_code where person_id = me;
          update invitation set used_at = clock_timestamp() where person_id = me and used_at is null;
        end $$;

      -- Whether and how a person comes in, for who invites and for the office; no row for others.
      create function access_of(target uuid)
        returns table (joined boolean, invited_until timestamptz, last_sign_in timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.accepted_at is not null or exists (select 1 from credential c where c.person_id = p.id),
               (select max(i.expires_at) from invitation i where i.person_id = p.id and i.used_at is null),
               p.last_sign_in_at
          from person p
         where p.id = target and p.union_id = app_union() and (app_is_office() or manages_person(target))
      $$;

      create function close_account(target uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not manages_people_of(null) then
            raise exception 'only the head of office closes accounts' using errcode = 'insufficient_privilege';
          end if;
          update person set deactivated_at = clock_timestamp()
           where id = target and union_id = app_union() and deactivated_at is null;
          if not found then return false; end if;
          delete from credential where person_id = target;
          delete from session where person_id = target;
          delete from sign_in_code where person_id = target;
          update api_token set revoked_at = clock_timestamp() where person_id = target and revoked_at is null;
          update invitation set used_at = clock_timestamp() where person_id = target and used_at is null;
          return true;
        end $$;

      -- Opened again, it has neither password nor key: the person is invited anew.
      create function reopen_account(target uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if not manages_people_of(null) then
            raise exception 'only the head of office opens accounts' using errcode = 'insufficient_privilege';
          end if;
          update person set deactivated_at = null, accepted_at = null
           where id = target and union_id = app_union()
             and deactivated_at is not null and pseudonymised_at is null;
          return found;
        end $$;

      revoke execute on function own_password(), set_own_password(text, text), access_of(uuid), close_account(uuid),
        reopen_account(uuid) from public;
      grant execute on function own_password(), set_own_password(text, text), access_of(uuid), close_account(uuid),
        reopen_account(uuid) to capofila_app;
    `);
  }

  /** What opens nothing any more once something else has changed. */
  private async ends(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever sets a password anew no longer trusts what was opened with the old one.
      create function revoke_tokens() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update api_token set revoked_at = clock_timestamp() where person_id = new.person_id and revoked_at is null;
          return null;
        end $$;
      create trigger credential_revokes_tokens after insert or update of hash on credential
        for each row execute function revoke_tokens();

      create function forget_calendar_of_password() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from calendar where person_id = new.person_id;
          return null;
        end $$;
      create trigger credential_forgets_calendar after insert or update of hash on credential
        for each row execute function forget_calendar_of_password();

      -- Opened again, an account has no keys; whoever is erased was closed before or at once.
      create function forget_calendar() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from calendar where person_id = new.id;
          return null;
        end $$;
      create trigger person_forgets_calendar after update of deactivated_at on person for each row
        when (old.deactivated_at is null and new.deactivated_at is not null)
        execute function forget_calendar();

      -- What was mailed to the address that was wrong opens nothing any more.
      create function forget_old_address() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from sign_in_code where person_id = new.id;
          update invitation set used_at = clock_timestamp() where person_id = new.id and used_at is null;
          return null;
        end $$;
      create trigger person_forgets_old_address after update of email on person for each row
        when (old.email is distinct from new.email and new.pseudonymised_at is null)
        execute function forget_old_address();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger person_forgets_old_address on person;
      drop trigger person_forgets_calendar on person;
      drop function forget_old_address(), forget_calendar(), reopen_account(uuid), close_account(uuid), access_of(uuid),
        set_own_password(text, text), own_password(), use_sign_in_code(text, text, int),
        start_sign_in_code(text, text, int), forget_sign_in_attempts(text), admit_sign_in(text, text, int, int, int),
        has_credential(uuid), accept_invitation(text, text), invitation_said(text), person_of_invitation(text),
        person_of_calendar(text), person_of_token(text), person_of_session(text), account_of_email(text);
      drop table calendar, sign_in_code, sign_in_attempt, api_token, session, invitation, credential;
      drop function forget_calendar_of_password(), revoke_tokens(), mark_sign_in();
    `);
  }
}
