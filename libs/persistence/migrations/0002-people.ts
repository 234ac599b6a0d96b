import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People, what they are to a body, who is away, and what follows from it for the person who asks. That person is the
 * setting `app.user`, given for one transaction; the functions run as the owner, so that policies need not see the
 * tables they ask. Without a person nothing is seen.
 */
export class People1767225600102 implements MigrationInterface {
  readonly name = 'People1767225600102';

  async up(runner: QueryRunner): Promise<void> {
    await this.tables(runner);
    await this.roles(runner);
    await this.sight(runner);
    await this.changes(runner);
  }

  private async tables(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table person (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        name text not null check (name <> ''),
        email text check (email = lower(email)),
        phone text,
        deactivated_at timestamptz,
        pseudonymised_at timestamptz,
        -- Whoever has come in once, with a password or a code, may come in again by code.
        accepted_at timestamptz,
        last_sign_in_at timestamptz,
        version int not null default 1,
        changed_by uuid,
        changed_at timestamptz,
        unique (id, union_id),
        check (pseudonymised_at is null or (email is null and phone is null and deactivated_at is not null))
      );
      -- One account for an address in the whole installation: sign-in has nothing else to tell unions apart.
      create unique index person_email on person (email);

      create table membership (
        id uuid primary key,
        union_id uuid not null,
        person_id uuid not null,
        body_id uuid not null,
        role text not null check (role in ('unionPresident', 'headOfOffice', 'deskOfficer', 'auditor',
          'legalRepresentative', 'secretary', 'referent', 'accounts', 'protocolClerk', 'rup', 'dec')),
        application_id uuid check (application_id is null or role in ('rup', 'dec')),
        from_date date not null,
        to_date date check (to_date >= from_date),
        version int not null default 1,
        changed_by uuid,
        changed_at timestamptz,
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (body_id, union_id) references body (id, union_id),
        unique nulls not distinct (person_id, body_id, role, application_id, from_date)
      );
      create index membership_of_body on membership (body_id, role);

      create table absence (
        person_id uuid not null,
        union_id uuid not null,
        from_date date not null,
        to_date date not null check (to_date >= from_date),
        substitute_id uuid check (substitute_id <> person_id),
        primary key (person_id, from_date),
        foreign key (person_id, union_id) references person (id, union_id),
        foreign key (substitute_id, union_id) references person (id, union_id)
      );
      create index absence_of_substitute on absence (substitute_id);

      create table capability (
        person_id uuid not null,
        union_id uuid not null,
        kind text not null check (kind in ('digitalSignature', 'sistemaCup', 'platformUser')),
        expires_on date,
        version int not null default 1,
        changed_by uuid,
        changed_at timestamptz,
        primary key (person_id, kind),
        foreign key (person_id, union_id) references person (id, union_id)
      );

      -- The registry as the head of office brought it up to date, with what stood there before.
      create table registry_change (
        id uuid primary key,
        union_id uuid not null,
        body_id uuid not null,
        part text not null check (part in ('residents', 'agreements', 'patronDay', 'closedPeriods')),
        before jsonb not null,
        after jsonb not null,
        changed_by uuid not null,
        -- By the product's clock, as everything that people read.
        changed_at timestamptz not null,
        foreign key (body_id, union_id) references body (id, union_id),
        foreign key (changed_by, union_id) references person (id, union_id)
      );
      create index registry_change_of_body on registry_change (body_id, part, changed_at);
    `);
  }

  private async roles(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      grant execute on function held_memberships(uuid, date) to capofila_worker;
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

      create function works_for_union() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'))
      $$;
      revoke execute on function works_for_union() from public;
      grant execute on function works_for_union() to capofila_app;

      create function app_only_looks() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (
          select 1 from held_memberships(app_person(), app_today()) h where h.role <> 'auditor')
      $$;
    `);
  }

  private async sight(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function can_see_person(other uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select other = app_person() or app_is_office() or exists (
          select 1 from membership m join body b on b.id = m.body_id
           where m.person_id = other
             and (m.body_id in (select app_bodies()) or (b.kind = 'union' and b.union_id = app_union())))
      $$;

      -- The same people, asked once a query and not once a row: lists name hundreds of them.
      create function app_people() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select app_person()
        union
        select m.person_id from membership m
         where m.body_id in (select app_bodies())
            or m.body_id in (select b.id from body b where b.kind = 'union' and b.union_id = app_union())
      $$;

      -- Who may change people at all: the head of office everywhere, a secretary in the own bodies.
      create function manages_people_of(body uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where (b.kind = 'union' and h.role in ('headOfOffice'))
              or (h.role = 'secretary' and h.body_id = manages_people_of.body))
      $$;

      create function manages_people() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select exists (
          select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
           where h.role = 'secretary' or (b.kind = 'union' and h.role = 'headOfOffice'))
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
  }

  private async changes(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What is written over counts how often and says by whom last: whoever looked before is told. A program has no
      -- person; the moment is the product's, as everything that people read.
      create function remember_writer() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          new.version := coalesce(old.version, 0) + 1;
          new.changed_by := app_person();
          new.changed_at := app_now();
          return new;
        end $$;
      create trigger person_remembers_writer before insert or update of name, email, phone on person
        for each row execute function remember_writer();
      create trigger membership_remembers_writer before insert or update of to_date on membership
        for each row execute function remember_writer();
      create trigger capability_remembers_writer before insert or update of expires_on on capability
        for each row execute function remember_writer();

      -- People change their own telephone, and nothing else about themselves.
      create function set_own_phone(wanted text) returns void
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          if app_union() is null then
            raise exception 'nobody is signed in' using errcode = 'insufficient_privilege';
          end if;
          update person set phone = wanted where id = app_person();
        end $$;

      -- The whole office corrects how to reach people of the comuni: nobody of its own, no name, and no address with
      -- which somebody has come in, since that opens the account. False when another person wrote since the version
      -- that was seen.
      create function correct_contacts(target uuid, new_email text, new_phone text, seen int) returns boolean
        language plpgsql security definer set search_path = public, pg_temp as $$
        declare found person;
        begin
          select * into found from person p where p.id = target and p.union_id = app_union() for no key update;
          if found.id is null or found.deactivated_at is not null
            -- Whoever only reads everything, an auditor or the president, is not meant.
            or not exists (select 1 from held_memberships(app_person(), app_today()) h join body b on b.id = h.body_id
                            where b.kind = 'union' and h.role in ('headOfOffice', 'deskOfficer'))
            or exists (select 1 from membership m join body b on b.id = m.body_id
                        where m.person_id = target and b.kind = 'union')
            or (found.email is distinct from new_email
                and (found.accepted_at is not null
                  or exists (select 1 from credential c where c.person_id = target))) then
            raise exception 'not for the office to correct' using errcode = 'insufficient_privilege';
          end if;
          if seen is not null and found.version <> seen and found.changed_by is distinct from app_person() then
            return false;
          end if;
          update person set email = new_email, phone = new_phone where id = target;
          return true;
        end $$;

      revoke execute on function set_own_phone(text), correct_contacts(uuid, text, text, int) from public;
      grant execute on function set_own_phone(text), correct_contacts(uuid, text, text, int) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function correct_contacts(uuid, text, text, int), set_own_phone(text), absences_of(uuid, uuid[]),
        assignments_of(uuid, uuid, uuid), manages_person(uuid), manages_people(), manages_people_of(uuid), app_people(),
        can_see_person(uuid), app_only_looks(), works_for_union(), app_is_office(), app_bodies(), my_memberships(),
        held_memberships(uuid, date), app_union(), app_person();
      drop table registry_change, capability, absence, membership, person;
      drop function remember_writer();
    `);
  }
}
