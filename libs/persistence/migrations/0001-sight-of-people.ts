import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who sees what. The request's person is the setting \`app.user\`, given for one transaction; the functions below say
 * what follows from it and run as the owner, so that policies need not see the tables they ask. A query without a
 * person sees nothing.
 */
export class SightOfPeople1767225600001 implements MigrationInterface {
  readonly name = 'SightOfPeople1767225600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_now() returns timestamptz
        language sql stable security definer set search_path = public, pg_temp as $$
        select now() + make_interval(secs => seconds) from clock_offset
      $$;

      create function app_today() returns date
        language sql stable security definer set search_path = public, pg_temp as $$
        select (app_now() at time zone 'Europe/Rome')::date
      $$;

      create function app_person() returns uuid
        language sql stable set search_path = public, pg_temp as $$
        select nullif(current_setting('app.user', true), '')::uuid
      $$;

      create function app_union() returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select union_id from person where id = app_person() and deactivated_at is null
      $$;

      -- Same rule as libs/domain/people: a mandate past its end goes on until somebody's lasts longer, but an
      -- auditor's; whoever stands in for somebody who is away holds the same roles meanwhile.
      create function held_memberships(person uuid, day date)
        returns table (body_id uuid, role text, application_id uuid, continued boolean, substitute_for uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        with recursive stands_for (id, path) as (
          select p.id, array[p.id] from person p
           where p.id = held_memberships.person and p.deactivated_at is null
          union all
          select a.person_id, path || a.person_id
            from absence a join stands_for s on a.substitute_id = s.id
            join person p on p.id = a.person_id and p.deactivated_at is null
           where day between a.from_date and a.to_date and not a.person_id = any (path)
        )
        select distinct on (m.body_id, m.role, m.application_id)
               m.body_id, m.role, m.application_id, coalesce(m.to_date < day, false),
               nullif(m.person_id, held_memberships.person)
          from membership m
         where m.person_id in (select id from stands_for)
           and m.from_date <= day
           and (m.to_date is null or m.to_date >= day or (m.role <> 'auditor' and not exists (
                 select 1 from membership o
                  where o.body_id = m.body_id and o.role = m.role
                    and o.application_id is not distinct from m.application_id
                    and o.from_date <= day and (o.to_date is null or o.to_date > m.to_date))))
         order by m.body_id, m.role, m.application_id, (m.person_id <> held_memberships.person)
      $$;

      -- Whoever may ask for everybody's memberships could read other unions: people ask for their own.
      revoke execute on function held_memberships(uuid, date) from public;
      create function my_memberships()
        returns table (body_id uuid, role text, application_id uuid, continued boolean, substitute_for uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select * from held_memberships(app_person(), app_today())
      $$;

      create function app_bodies() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select distinct body_id from held_memberships(app_person(), app_today())
      $$;

      -- Sees the whole union: the office, its president and the auditor. What each may do is the policy table's.
      create function app_is_office() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer', 'auditor', 'unionPresident'))
      $$;

      create function can_see_person(other uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select other = app_person() or app_is_office() or exists (
          select 1 from membership m join body b on b.id = m.body_id
           where m.person_id = other
             and (m.body_id in (select app_bodies()) or (b.kind = 'union' and b.union_id = app_union())))
      $$;

      -- Who may change people at all: the head of office everywhere, a secretary in the own bodies.
      create function manages_people_of(body uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where (b.kind = 'union' and h.role in ('headOfOffice'))
              or (h.role = 'secretary' and h.body_id = manages_people_of.body))
      $$;

      create function manages_person(other uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select manages_people_of(null) or (
          exists (select 1 from membership m where m.person_id = other)
          and not exists (
            select 1 from membership m where m.person_id = other and not manages_people_of(m.body_id)))
      $$;

      -- Ids only, so that a decision finds its recipients also where the acting person may not see their names.
      create function assignments_of(in_union uuid, applicant uuid, application uuid)
        returns table (person_id uuid, body_id uuid, role text, application_id uuid, from_date date, to_date date,
                       closed boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.person_id, m.body_id, m.role, m.application_id, m.from_date, m.to_date, p.deactivated_at is not null
          from membership m
          join person p on p.id = m.person_id
          join body b on b.id = m.body_id
         where m.union_id = in_union
           and (session_user <> 'capofila_app' or in_union = app_union())
           and (b.kind = 'union' or b.id = applicant)
           and (m.application_id is null or m.application_id = application)
         order by m.from_date, m.person_id
      $$;

      create function absences_of(in_union uuid, people uuid[])
        returns table (person_id uuid, from_date date, to_date date, substitute_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        with recursive away (person_id, from_date, to_date, substitute_id) as (
          select a.person_id, a.from_date, a.to_date, a.substitute_id from absence a
           where a.person_id = any (people) and a.union_id = in_union
             and (session_user <> 'capofila_app' or in_union = app_union())
          union
          select a.person_id, a.from_date, a.to_date, a.substitute_id
            from absence a join away on a.person_id = away.substitute_id
        )
        select a.person_id, a.from_date, a.to_date, a.substitute_id
          from away a join person p on p.id = a.substitute_id and p.deactivated_at is null
         order by a.person_id, a.from_date
      $$;
    `);
    await this.signIn(runner);
    const union = 'union_id = (select app_union())';
    const office = '(select app_is_office())';
    const sight: Record<string, string> = {
      union_: 'id = (select app_union())',
      // What a body is, how many live there and what it has entrusted to the union is public.
      body: union,
      residents: union,
      agreement: union,
      person: `${union} and can_see_person(id)`,
      membership: `${union} and (${office} or person_id = app_person() or body_id in (select app_bodies())
        or exists (select 1 from body b where b.id = body_id and b.kind = 'union'))`,
      absence: `${union} and can_see_person(person_id)`,
      capability: `${union} and can_see_person(person_id)`,
      session: `${union} and person_id = app_person()`,
      api_token: `${union} and person_id = app_person()`,
    };
    for (const [table, condition] of Object.entries(sight)) {
      await runner.query(
        `create policy app_sight on ${table} for select to capofila_app using (${condition})`,
      );
      await runner.query(`grant select on ${table} to capofila_app`);
    }
    const all = [...Object.keys(sight), 'clock_offset', 'credential', 'invitation', 'sign_in_attempt'];
    for (const table of all) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy owner_all on ${table} to capofila_owner using (true) with check (true);
        create policy worker_all on ${table} to capofila_worker using (true) with check (true);
      `);
    }
    await runner.query(`
      create policy app_all on clock_offset to capofila_app using (true) with check (true);
      create policy app_insert on person for insert to capofila_app with check (${union});
      create policy app_update on person for update to capofila_app
        using (${union} and manages_person(id)) with check (${union});
      create policy app_insert on membership for insert to capofila_app
        with check (${union} and manages_people_of(body_id));
      create policy app_update on membership for update to capofila_app
        using (${union} and manages_people_of(body_id)) with check (${union} and manages_people_of(body_id));
      create policy app_write on absence to capofila_app
        using (${union} and (person_id = app_person() or manages_person(person_id)));
      create policy app_write on capability to capofila_app
        using (${union} and (person_id = app_person() or manages_person(person_id)));
      create policy app_write on session to capofila_app using (${union} and person_id = app_person());
      create policy app_write on api_token to capofila_app using (${union} and person_id = app_person());
      create policy app_insert on invitation for insert to capofila_app
        with check (${union} and invited_by = app_person() and manages_person(person_id));

      grant select on clock_offset, union_, body, residents, agreement, person, membership, absence, capability
        to capofila_worker;
      grant select on clock_offset to capofila_app;
      grant update (seconds) on clock_offset to capofila_app;
      grant insert on person, membership, absence, capability, session, api_token, invitation to capofila_app;
      grant update (name, email, phone, deactivated_at) on person to capofila_app;
      grant update (to_date) on membership to capofila_app;
      grant update (to_date, substitute_id), delete on absence to capofila_app;
      grant update (expires_on), delete on capability to capofila_app;
      grant delete on session to capofila_app;
      grant update (revoked_at) on api_token to capofila_app;
    `);
  }

  /** What must work before a person is known: each function answers one question about one secret. */
  private async signIn(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function account_of_email(address text) returns table (person_id uuid, hash text)
        language sql stable security definer set search_path = public, pg_temp as $$
        select p.id, c.hash from person p join credential c on c.person_id = p.id
         where p.email = lower(address) and p.deactivated_at is null
      $$;

      -- Limits and lifetimes count by the real clock, whatever the demo's says.
      create function person_of_session(secret_hash text) returns uuid
        language sql volatile security definer set search_path = public, pg_temp as $$
        update session s set last_seen = clock_timestamp() from person p
         where s.hash = secret_hash and s.expires_at > clock_timestamp()
           and p.id = s.person_id and p.deactivated_at is null
        returning s.person_id
      $$;

      create function person_of_token(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select t.person_id from api_token t join person p on p.id = t.person_id and p.deactivated_at is null
         where t.hash = secret_hash and t.expires_at > clock_timestamp() and t.revoked_at is null
      $$;

      create function person_of_invitation(secret_hash text) returns uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select i.person_id from invitation i join person p on p.id = i.person_id and p.deactivated_at is null
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
          return invited;
        end $$;

      create function has_credential(person uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select can_see_person(has_credential.person)
           and exists (select 1 from credential c where c.person_id = has_credential.person)
      $$;

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
    `);
    await runner.query(`
      revoke execute on function account_of_email(text), person_of_session(text), person_of_token(text),
        person_of_invitation(text), accept_invitation(text, text), has_credential(uuid),
        admit_sign_in(text, text, int, int, int), forget_sign_in_attempts(text) from public;
      grant execute on function account_of_email(text), person_of_session(text), person_of_token(text),
        person_of_invitation(text), accept_invitation(text, text), has_credential(uuid),
        admit_sign_in(text, text, int, int, int), forget_sign_in_attempts(text) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function forget_sign_in_attempts(text), admit_sign_in(text, text, int, int, int), has_credential(uuid),
        accept_invitation(text, text), person_of_invitation(text), person_of_token(text), person_of_session(text),
        account_of_email(text), absences_of(uuid, uuid[]), assignments_of(uuid, uuid, uuid), manages_person(uuid),
        manages_people_of(uuid), can_see_person(uuid), app_is_office(), app_bodies(), my_memberships(), held_memberships(uuid, date),
        app_union(), app_person(), app_today(), app_now() cascade;
    `);
  }
}
