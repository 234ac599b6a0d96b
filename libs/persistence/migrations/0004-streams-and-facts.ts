import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Streams of facts and what pages show of them. Facts can only be added: the programs' roles get neither UPDATE nor
 * DELETE on them, and a trigger refuses both to everybody else.
 */
export class StreamsAndFacts1767225600104 implements MigrationInterface {
  readonly name = 'StreamsAndFacts1767225600104';

  async up(runner: QueryRunner): Promise<void> {
    await this.streams(runner);
    await this.facts(runner);
    await this.besides(runner);
    await this.questions(runner);
  }

  private async streams(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table definition (
        id text not null,
        version int not null,
        body jsonb not null,
        sha256 text not null,
        loaded_at timestamptz not null default now(),
        primary key (id, version)
      );

      create table stream (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        kind text not null check (kind in ('call', 'application')),
        seq int not null default 0,
        head text not null default ''
      );

      create table call (
        id uuid primary key references stream (id),
        union_id uuid not null references union_ (id),
        number text not null,
        slug text not null,
        definition_id text not null,
        definition_version int not null,
        launched_at timestamptz not null,
        unique (union_id, number),
        constraint call_slug unique (union_id, slug),
        foreign key (definition_id, definition_version) references definition (id, version)
      );

      create table application (
        id uuid primary key references stream (id),
        union_id uuid not null references union_ (id),
        call_id uuid not null references call (id),
        number text not null,
        slug text not null,
        applicant_id uuid not null references body (id),
        attempt int not null,
        amount_cents bigint not null check (amount_cents >= 0),
        -- Projection: what the fold says, so that lists need no fold. rebuild must find nothing to change.
        stage text not null,
        round int not null,
        ended boolean not null,
        overlays jsonb not null default '[]',
        wait jsonb not null default '{}',
        end_on date,
        safe_end date,
        cup text,
        next_moment timestamptz,
        glance jsonb not null default '{}',
        seq int not null default 0,
        call_seq int not null default 0,
        unique (union_id, number),
        constraint application_slug unique (union_id, slug),
        unique (call_id, applicant_id, attempt),
        constraint application_of_applicant unique (id, applicant_id)
      );
      create index application_next_moment on application (next_moment) where next_moment is not null;
      create index application_cup on application (union_id, cup) where cup is not null;

      -- A RUP or a DEC is named for an application of the own body.
      alter table membership add constraint membership_of_application
        foreign key (application_id, body_id) references application (id, applicant_id);

      create table participant (
        application_id uuid not null references application (id),
        body_id uuid not null references body (id),
        union_id uuid not null references union_ (id),
        primary key (application_id, body_id)
      );
      create index participant_body on participant (body_id, application_id);
    `);
  }

  private async facts(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table fact (
        id uuid primary key,
        stream_id uuid not null references stream (id),
        union_id uuid not null references union_ (id),
        seq int not null check (seq > 0),
        type text not null,
        v int not null default 1,
        legal_date date not null,
        legal_time time(0),
        legal_source text not null check (legal_source in ('received', 'declared')),
        recorded_at timestamptz not null,
        actor_id uuid,
        on_behalf_of uuid,
        channel text not null check (channel in ('web','pec','email','phone','inPerson','platform','import','engine')),
        body jsonb not null,
        corrects uuid references fact (id),
        detail_hash text,
        hash text not null,
        unique (stream_id, seq)
      );
      create unique index fact_corrected_once on fact (corrects) where corrects is not null;
      -- Storia reads the facts of all streams in the order in which they became known, a page at a time.
      create index fact_in_order on fact (recorded_at, id);

      create table fact_detail (
        fact_id uuid primary key references fact (id),
        union_id uuid not null references union_ (id),
        salt text not null,
        detail jsonb not null
      );

      create function refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'facts are append-only' using errcode = 'restrict_violation';
      end $$;
      create trigger fact_is_append_only before update or delete or truncate on fact
        for each statement execute function refuse_change();
    `);
  }

  private async besides(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table document (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        application_id uuid not null references application (id),
        requirement text not null,
        sha256 text not null,
        bytes bigint not null,
        media_type text not null,
        file_name text not null,
        stored_at timestamptz not null
      );

      create table idempotency (
        person_id uuid not null,
        key text not null,
        union_id uuid not null references union_ (id),
        request_hash text not null,
        status int not null,
        response jsonb not null,
        created_at timestamptz not null default clock_timestamp(),
        primary key (person_id, key)
      );

      create table numbering (
        union_id uuid not null references union_ (id),
        kind text not null,
        year int not null,
        last int not null,
        primary key (union_id, kind, year)
      );

      -- Outbox: one row a stream (or a person's post) that must be woken; \`upto\` grows with each commit. Its numbers
      -- never come back: a relay that is late deletes nothing newer than what it sent.
      create sequence wake_upto;
      create table wake (
        workflow text primary key,
        kind text not null check (kind in ('call', 'application', 'post')),
        target uuid not null,
        upto bigint not null default nextval('wake_upto'),
        queued_at timestamptz not null default clock_timestamp()
      );

      -- Calls that came out and that the office only noted: no stream, no fact, nobody is reminded. Once one is launched
      -- it says as which call.
      create table noted_call (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        slug text not null,
        title text not null,
        funder text not null,
        link text not null,
        opening_on date,
        end_on date not null,
        cut_off text not null check (cut_off ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        -- Where its end is written: article and sentence.
        source text not null,
        version int not null default 1,
        -- By the product's clock, as everything that people read.
        noted_by uuid not null,
        noted_at timestamptz not null,
        changed_by uuid,
        changed_at timestamptz,
        away_by uuid,
        away_at timestamptz,
        away_reason text,
        call_id uuid references call (id),
        check (opening_on <= end_on),
        check (num_nulls(away_by, away_at, away_reason) in (0, 3)),
        unique (union_id, slug),
        foreign key (noted_by, union_id) references person (id, union_id),
        foreign key (changed_by, union_id) references person (id, union_id),
        foreign key (away_by, union_id) references person (id, union_id)
      );
      create unique index noted_call_link on noted_call (union_id, lower(link));
    `);
  }

  private async questions(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function can_see_application(application uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select app_is_office() or exists (
          select 1 from participant p where p.application_id = application and p.body_id in (select app_bodies()))
      $$;

      create function app_applications() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        -- A role named for one application is no role in another of the same body.
        select p.application_id
          from held_memberships(app_person(), app_today()) h join participant p on p.body_id = h.body_id
         where h.application_id is null or h.application_id = p.application_id
      $$;

      -- Also applications of bodies that the acting person does not see: a CUP that two of them carry must be cleared up
      -- whoever records it. It tells ids, numbers and whether they ended, nothing else.
      create function cup_uses(in_union uuid, wanted text)
        returns table (application_id uuid, applicant_id uuid, number text, ended boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.id, a.applicant_id, a.number, a.ended from application a
         where a.union_id = in_union and a.cup = wanted
           and (session_user <> 'capofila_app' or in_union = app_union())
         order by a.number
      $$;
      revoke execute on function cup_uses(uuid, text) from public;
      grant execute on function cup_uses(uuid, text) to capofila_app, capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function cup_uses(uuid, text), app_applications(), can_see_application(uuid);
      alter table membership drop constraint membership_of_application;
      drop table noted_call, wake, numbering, idempotency, document, fact_detail, fact, participant, application, call,
        stream, definition;
      drop function refuse_change();
      drop sequence wake_upto;
    `);
  }
}
