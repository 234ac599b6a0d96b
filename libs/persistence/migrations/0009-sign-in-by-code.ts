import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sign-in by a six-digit code, sessions that a person can list and end, who has come in and when, accounts that are
 * closed and opened again, and which mails a person does without. Lifetimes count by the real clock, as before.
 */
export class SignInByCode1767225600009 implements MigrationInterface {
  readonly name = 'SignInByCode1767225600009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whoever has come in once, with a password or a code, may come in again by code.
      alter table person add column accepted_at timestamptz, add column last_sign_in_at timestamptz;
      update person p set accepted_at = c.set_at from credential c where c.person_id = p.id;

      alter table session
        add column id uuid not null unique default gen_random_uuid(),
        add column opened_by text not null default 'password' check (opened_by in ('password', 'code')),
        add column shared boolean not null default false;

      -- One live code for an account: a new one takes the place of the old. Used, it is gone.
      create table sign_in_code (
        person_id uuid primary key,
        union_id uuid not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        expires_at timestamptz not null,
        wrong_tries int not null default 0,
        foreign key (person_id, union_id) references person (id, union_id)
      );

      -- No row: the person receives everything.
      create table mail_preference (
        person_id uuid primary key,
        union_id uuid not null,
        confirmations boolean not null,
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create policy app_own on mail_preference to capofila_app
        using (union_id = (select app_union()) and person_id = (select app_person()));
      grant select, insert, update (confirmations) on mail_preference to capofila_app;
      grant select on mail_preference to capofila_worker;
    `);
    for (const table of ['sign_in_code', 'mail_preference']) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy owner_all on ${table} to capofila_owner using (true) with check (true);
        create policy worker_all on ${table} to capofila_worker using (true) with check (true);
      `);
    }
    await this.codes(runner);
    await this.accounts(runner);
    await runner.query(
      ACCEPT_INVITATION(
        'update person set accepted_at = coalesce(accepted_at, clock_timestamp()) where id = invited;',
      ),
    );
    await runner.query(DELETE_EXPIRED('delete from sign_in_code where expires_at < clock_timestamp();'));
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

      create function invitation_said(secret_hash text)
        returns table (name text, email text, union_name text, expires_at timestamptz)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.name, p.email, u.name, i.expires_at
          from invitation i join person p on p.id = i.person_id and p.deactivated_at is null
          join union_ u on u.id = p.union_id
         where i.hash = secret_hash and i.expires_at > clock_timestamp() and i.used_at is null
      $$;

      -- Marked at most once an hour: a page asks many times a minute.
      create or replace function person_of_session(secret_hash text) returns uuid
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

      create function mark_sign_in() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          update person set last_sign_in_at = new.created_at where id = new.person_id;
          return null;
        end $$;
      create trigger session_marks_sign_in after insert on session for each row execute function mark_sign_in();

      revoke execute on function start_sign_in_code(text, text, int), use_sign_in_code(text, text, int),
        invitation_said(text) from public;
      grant execute on function start_sign_in_code(text, text, int), use_sign_in_code(text, text, int),
        invitation_said(text) to capofila_app;
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

      create function forget_sign_in() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from sign_in_code where person_id = new.id;
          delete from mail_preference where person_id = new.id;
          new.accepted_at := null;
          new.last_sign_in_at := null;
          return new;
        end $$;
      create trigger person_forgets_sign_in before update on person for each row
        when (old.pseudonymised_at is null and new.pseudonymised_at is not null)
        execute function forget_sign_in();

      revoke execute on function own_password(), set_own_password(text, text), access_of(uuid), close_account(uuid),
        reopen_account(uuid) from public;
      grant execute on function own_password(), set_own_password(text, text), access_of(uuid), close_account(uuid),
        reopen_account(uuid) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DELETE_EXPIRED(''));
    await runner.query(ACCEPT_INVITATION(''));
    await runner.query(`
      drop trigger person_forgets_sign_in on person;
      drop trigger session_marks_sign_in on session;
      drop function forget_sign_in(), reopen_account(uuid), close_account(uuid), access_of(uuid),
        set_own_password(text, text), own_password(), mark_sign_in(), invitation_said(text),
        use_sign_in_code(text, text, int), start_sign_in_code(text, text, int);
      create or replace function person_of_session(secret_hash text) returns uuid
        language sql volatile security definer set search_path = public, pg_temp as $$
        update session s set last_seen = clock_timestamp() from person p
         where s.hash = secret_hash and s.expires_at > clock_timestamp()
           and p.id = s.person_id and p.deactivated_at is null
        returning s.person_id
      $$;
      drop table mail_preference, sign_in_code;
      alter table session drop column id, drop column opened_by, drop column shared;
      alter table person drop column accepted_at, drop column last_sign_in_at;
    `);
  }
}

/** The function of 0001, with what is done besides. */
const ACCEPT_INVITATION = (besides: string) => `
  create or replace function accept_invitation(secret_hash text, password_hash text) returns uuid
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
      ${besides}
      return invited;
    end $$;
`;

/** The function of 0007, with what is deleted besides. */
const DELETE_EXPIRED = (besides: string) => `
  create or replace function delete_expired() returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    delete from session where expires_at < clock_timestamp();
    delete from invitation where expires_at < clock_timestamp() - interval '30 days';
    delete from api_token where least(expires_at, revoked_at) < clock_timestamp() - interval '30 days';
    delete from sign_in_attempt where at < clock_timestamp() - interval '1 day';
    delete from reminder_token where expires_at < app_now() - interval '30 days';
    delete from idempotency where created_at < clock_timestamp() - interval '30 days';
    ${besides}
  $$;
`;
