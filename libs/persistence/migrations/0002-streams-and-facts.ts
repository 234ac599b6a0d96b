import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Streams of facts, their projections, decided messages and the outbox. Facts can only be added: the application's
 * and the worker's roles get neither UPDATE nor DELETE on them, and a trigger refuses both to everybody else.
 */
export class StreamsAndFacts1767225600002 implements MigrationInterface {
  readonly name = 'StreamsAndFacts1767225600002';

  async up(runner: QueryRunner): Promise<void> {
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
        definition_id text not null,
        definition_version int not null,
        launched_at timestamptz not null,
        unique (union_id, number),
        foreign key (definition_id, definition_version) references definition (id, version)
      );

      create table application (
        id uuid primary key references stream (id),
        union_id uuid not null references union_ (id),
        call_id uuid not null references call (id),
        number text not null,
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
        seq int not null default 0,
        call_seq int not null default 0,
        unique (union_id, number),
        unique (call_id, applicant_id, attempt)
      );
      create index application_next_moment on application (next_moment) where next_moment is not null;
      create index application_cup on application (union_id, cup) where cup is not null;

      create table participant (
        application_id uuid not null references application (id),
        body_id uuid not null references body (id),
        union_id uuid not null references union_ (id),
        primary key (application_id, body_id)
      );

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

      create table message (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        key text not null unique,
        kind text not null,
        person_id uuid not null references person (id),
        application_id uuid not null references application (id),
        deliver_at timestamptz not null,
        digest boolean not null,
        term jsonb,
        step text,
        tone int,
        params jsonb not null,
        decided_at timestamptz not null,
        state text not null check (state in ('pending', 'sent', 'skipped', 'failed')),
        why text,
        mail_id uuid
      );
      create index message_due on message (person_id, deliver_at) where state = 'pending';
      create index message_of_application on message (application_id);

      create table mail (
        id uuid primary key,
        union_id uuid not null references union_ (id),
        message_id text not null unique,
        person_id uuid not null references person (id),
        slot text not null,
        to_address text not null,
        subject text not null,
        text_body text not null,
        html_body text not null,
        state text not null check (state in ('sending', 'sent', 'failed', 'dead')),
        attempts int not null default 0,
        smtp_code int,
        created_at timestamptz not null,
        sent_at timestamptz,
        unique (person_id, slot)
      );
      alter table message add foreign key (mail_id) references mail (id);

      create table reminder_token (
        hash text primary key,
        union_id uuid not null references union_ (id),
        message_id uuid not null references message (id),
        person_id uuid not null references person (id),
        expires_at timestamptz not null,
        used_at timestamptz
      );

      -- Outbox: one row a stream (or a person's post) that must be woken; \`upto\` grows with each commit.
      create table wake (
        workflow text primary key,
        kind text not null check (kind in ('call', 'application', 'post')),
        target uuid not null,
        upto bigint not null default 1,
        queued_at timestamptz not null default clock_timestamp()
      );

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

      create function can_see_application(application uuid) returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select app_is_office() or exists (
          select 1 from participant p where p.application_id = application and p.body_id in (select app_bodies()))
      $$;
    `);
    await runner.query(`
      create function message_of_token(token_hash text) returns table (application_id uuid, person_id uuid)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.application_id, t.person_id from reminder_token t join message m on m.id = t.message_id
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now()
      $$;
      create function use_reminder_token(token_hash text) returns table (application_id uuid, person_id uuid)
        language sql volatile security definer set search_path = public, pg_temp as $$
        update reminder_token t set used_at = app_now() from message m
         where t.hash = token_hash and t.used_at is null and t.expires_at > app_now() and m.id = t.message_id
        returning m.application_id, t.person_id
      $$;
      revoke execute on function message_of_token(text), use_reminder_token(text) from public;
      grant execute on function message_of_token(text), use_reminder_token(text) to capofila_app;
    `);
    // Call streams and calls are seen by the whole union; the rest of a stream by whoever sees the application.
    const bySight: Record<string, string> = {
      stream: `union_id = app_union() and (kind = 'call' or can_see_application(id))`,
      call: `union_id = app_union()`,
      application: `union_id = app_union() and (app_is_office() or applicant_id in (select app_bodies()) or can_see_application(id))`,
      participant: `union_id = app_union() and (app_is_office() or body_id in (select app_bodies()))`,
      fact: `union_id = app_union() and (exists (select 1 from call c where c.id = stream_id) or can_see_application(stream_id))`,
      fact_detail: `union_id = app_union() and exists (select 1 from fact f where f.id = fact_id)`,
      message: `union_id = app_union() and can_see_application(application_id)`,
      mail: `union_id = app_union() and (app_is_office() or person_id = app_person())`,
      reminder_token: `union_id = app_union()`,
      document: `union_id = app_union() and can_see_application(application_id)`,
      numbering: `union_id = app_union()`,
      idempotency: `union_id = app_union() and person_id = app_person()`,
    };
    for (const [table, sight] of Object.entries(bySight)) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy app_sight on ${table} to capofila_app using (${sight}) with check (${sight});
        create policy worker_all on ${table} to capofila_worker using (true) with check (true);
        create policy owner_all on ${table} to capofila_owner using (true) with check (true);
        grant select, insert on ${table} to capofila_app, capofila_worker;
      `);
    }
    await runner.query(`
      grant update on stream, application, message, numbering to capofila_app, capofila_worker;
      grant update on mail, reminder_token to capofila_worker;
      grant select, insert on definition to capofila_app, capofila_worker;
      grant select, insert, update, delete on wake to capofila_app, capofila_worker;
      grant delete on fact_detail to capofila_worker;
      grant execute on function held_memberships(uuid, date) to capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function message_of_token(text), use_reminder_token(text);
      drop function can_see_application(uuid) cascade;
      drop table numbering, idempotency, document, wake, reminder_token, message, mail, fact_detail, fact, participant,
        application, call, stream, definition cascade;
      drop function refuse_change();
    `);
  }
}
