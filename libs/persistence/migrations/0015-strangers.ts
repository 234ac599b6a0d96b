import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A stranger who guesses shuts nobody out: each way in counts for itself, a device that its person has used is counted
 * apart, and whoever has tried too often waits between two tries. A new code leaves those on their way as they are; wrong
 * ones are counted by address and over days (admit_attempt), whatever code they were meant for.
 */
export class Strangers1767225600115 implements MigrationInterface {
  readonly name = 'Strangers1767225600115';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table known_device (
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        person_id uuid not null,
        union_id uuid not null,
        last_used timestamptz not null default clock_timestamp(),
        primary key (hash, person_id),
        foreign key (person_id, union_id) references person (id, union_id)
      );
      create index known_device_of_person on known_device (person_id);
      alter table known_device enable row level security;
      alter table known_device force row level security;
      create policy owner_all on known_device to capofila_owner using (true) with check (true);

      create function knows_device(address text, device text) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from known_device d join person p on p.id = d.person_id and p.deactivated_at is null
           where p.email = lower(address) and d.hash = device
             and d.last_used > clock_timestamp() - interval '400 days')
      $$;

      create function keep_device(device text) returns void
        language sql security definer set search_path = public, pg_temp as $$
        insert into known_device (hash, person_id, union_id) select device, app_person(), app_union()
          where app_union() is not null
          on conflict (hash, person_id) do update set last_used = clock_timestamp()
      $$;

      create function forget_devices() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from known_device where person_id = new.id;
          return null;
        end $$;
      create trigger person_forgets_devices after update of deactivated_at on person for each row
        when (old.deactivated_at is null and new.deactivated_at is not null)
        execute function forget_devices();

      -- Counts the attempt before the secret is looked at, under a lock, so that a burst is as slow as a patient person.
      -- Answers the seconds to wait, 0 when the attempt may go on; one that has to wait is not counted.
      create function admit_attempt(about text, address text, window_seconds int, free int, pause_seconds int,
                                    free_of_address int)
        returns int
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare pause interval := make_interval(secs => pause_seconds);
        declare next timestamptz;
        begin
          perform pg_advisory_xact_lock(hashtextextended('sign-in ' || key, 0))
             from (values (about), (address)) k (key) order by key;
          select greatest(
            (select case when count(*) >= free then max(a.at) + pause end from sign_in_attempt a
              where a.email_hash = about and a.at >= clock_timestamp() - make_interval(secs => window_seconds)),
            (select case when count(*) >= free_of_address then max(a.at) + interval '1 minute' end
               from sign_in_attempt a
              where a.address_hash = address and a.at >= clock_timestamp() - interval '15 minutes'))
            into next;
          if next > clock_timestamp() then
            return greatest(1, ceil(extract(epoch from next - clock_timestamp())))::int;
          end if;
          insert into sign_in_attempt (email_hash, address_hash) values (about, address);
          return 0;
        end $$;

      -- The one that was right; those before it stay counted.
      create function withdraw_attempt(about text) returns void
        language sql security definer set search_path = public, pg_temp as $$
        delete from sign_in_attempt where id = (select max(id) from sign_in_attempt where email_hash = about)
      $$;

      create function unlock_sign_in(target uuid) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare address text;
        begin
          if not manages_people_of(null) then
            raise exception 'only the head of office unlocks accounts' using errcode = 'insufficient_privilege';
          end if;
          select email into address from person
           where id = target and union_id = app_union() and deactivated_at is null;
          if address is null then return false; end if;
          delete from sign_in_attempt where email_hash in (
            select encode(sha256(convert_to(kind || ' ' || address, 'utf8')), 'hex')
              from unnest(array['password', 'code', 'askCode']) kind);
          return true;
        end $$;

      drop function admit_sign_in(text, text, int, int, int), start_sign_in_code(text, text, int),
        use_sign_in_code(text, text, int);
      -- What was on its way before goes on: nobody knows which of several codes a wrong one was meant for.
      alter table sign_in_code drop constraint sign_in_code_pkey, drop column wrong_tries,
        add primary key (person_id, hash);

      -- Answers the name of whom the code belongs to; no row when nobody with this address may come in by code, or when
      -- as many as are allowed are on their way.
      create function start_sign_in_code(address text, code_hash text, minutes int, most int)
        returns table (name text)
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found person;
        begin
          select * into found from person p
           where p.email = lower(address) and p.deactivated_at is null
             and (p.accepted_at is not null
               or exists (select 1 from credential c where c.person_id = p.id)
               or exists (select 1 from invitation i where i.person_id = p.id
                           and i.used_at is null and i.expires_at > clock_timestamp()))
             for no key update;
          if found.id is null then return; end if;
          delete from sign_in_code where person_id = found.id and expires_at <= clock_timestamp();
          if (select count(*) from sign_in_code where person_id = found.id) >= most then return; end if;
          insert into sign_in_code (person_id, union_id, hash, expires_at)
            values (found.id, found.union_id, code_hash, clock_timestamp() + make_interval(mins => minutes))
            on conflict (person_id, hash) do update set expires_at = excluded.expires_at;
          return query select found.name;
        end $$;

      -- Coming in uses up every code of the person, and accepts the invitation.
      create function use_sign_in_code(address text, code_hash text) returns uuid
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare code sign_in_code;
        begin
          select c.* into code from sign_in_code c join person p on p.id = c.person_id
           where p.email = lower(address) and p.deactivated_at is null
             and c.expires_at > clock_timestamp() and c.hash = code_hash
             for update of c;
          if code.person_id is null then return null; end if;
          delete from sign_in_code where person_id = code.person_id;
          update invitation set used_at = clock_timestamp() where person_id = code.person_id and used_at is null;
          update person set accepted_at = coalesce(accepted_at, clock_timestamp()) where id = code.person_id;
          return code.person_id;
        end $$;

      ${deleteExpired(`interval '8 days'`, `delete from known_device where last_used < clock_timestamp() - interval '400 days';`)}

      revoke execute on function knows_device(text, text), keep_device(text), withdraw_attempt(text),
        admit_attempt(text, text, int, int, int, int), unlock_sign_in(uuid), start_sign_in_code(text, text, int, int),
        use_sign_in_code(text, text) from public;
      grant execute on function knows_device(text, text), keep_device(text), withdraw_attempt(text),
        admit_attempt(text, text, int, int, int, int), unlock_sign_in(uuid), start_sign_in_code(text, text, int, int),
        use_sign_in_code(text, text) to capofila_app;
    `);
  }

  /** Codes on their way are given up. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function start_sign_in_code(text, text, int, int), use_sign_in_code(text, text), unlock_sign_in(uuid),
        withdraw_attempt(text), admit_attempt(text, text, int, int, int, int), keep_device(text),
        knows_device(text, text);
      drop trigger person_forgets_devices on person;
      drop function forget_devices();
      ${deleteExpired(`interval '1 day'`)}
      drop table known_device;
      delete from sign_in_code;
      alter table sign_in_code drop constraint sign_in_code_pkey, add column wrong_tries int not null default 0,
        add primary key (person_id);

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

      revoke execute on function admit_sign_in(text, text, int, int, int), start_sign_in_code(text, text, int),
        use_sign_in_code(text, text, int) from public;
      grant execute on function admit_sign_in(text, text, int, int, int), start_sign_in_code(text, text, int),
        use_sign_in_code(text, text, int) to capofila_app;
    `);
  }
}

function deleteExpired(attempts: string, more = ''): string {
  return `create or replace function delete_expired() returns void
        language sql volatile security definer set search_path = public, pg_temp as $$
        delete from session where expires_at < clock_timestamp();
        delete from invitation where expires_at < clock_timestamp() - interval '30 days';
        delete from api_token where least(expires_at, revoked_at) < clock_timestamp() - interval '30 days';
        delete from sign_in_attempt where at < clock_timestamp() - ${attempts};
        delete from reminder_token where expires_at < app_now() - interval '30 days';
        delete from idempotency where created_at < clock_timestamp() - interval '30 days';
        delete from sign_in_code where expires_at < clock_timestamp();${more === '' ? '' : `\n        ${more}`}
      $$;`;
}
