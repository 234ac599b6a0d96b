import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who sees and writes which rows: the second wall, behind the policy table of libs/domain/access. And bells: whoever
 * commits something that pages show rings one, without saying what.
 *
 * A condition in a sub-select without arguments is worked out when the query starts, not once a row.
 */
export class SightAndBells1767225600107 implements MigrationInterface {
  readonly name = 'SightAndBells1767225600107';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...Object.keys(READ), ...Object.keys(RECORD), ...KEPT_APART]) {
      await runner.query(`
        alter table ${table} enable row level security;
        alter table ${table} force row level security;
        create policy owner_all on ${table} to capofila_owner using (true) with check (true);
        create policy worker_all on ${table} to capofila_worker using (true) with check (true);
      `);
    }
    for (const [table, sight] of Object.entries(READ)) {
      await runner.query(`
        create policy app_sight on ${table} for select to capofila_app using (${sight});
        grant select on ${table} to capofila_app;
      `);
    }
    for (const [table, { sight, check }] of Object.entries(RECORD)) {
      await runner.query(`
        create policy app_sight on ${table} to capofila_app using (${sight}) with check (${check ?? sight});
        grant select on ${table} to capofila_app;
        grant select, insert on ${table} to capofila_worker;
      `);
    }
    // Whoever only looks (an auditor, regolamento (UE) 2021/241 art. 22) adds nothing to a record, whatever the program
    // lets through.
    for (const table of Object.keys(RECORD).filter((table) => !OF_THE_POST.includes(table))) {
      await runner.query(`
        create policy app_writes on ${table} as restrictive for insert to capofila_app
          with check (not (select app_only_looks()));
        create policy app_changes on ${table} as restrictive for update to capofila_app
          using (true) with check (not (select app_only_looks()));
      `);
    }
    await this.people(runner);
    await this.record(runner);
    await this.bells(runner);
  }

  private async people(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy app_all on clock_offset to capofila_app using (true) with check (true);
      create policy app_insert on person for insert to capofila_app
        with check (${UNION} and (select manages_people()));
      create policy app_update on person for update to capofila_app
        using (${UNION} and manages_person(id)) with check (${UNION});
      create policy app_insert on membership for insert to capofila_app
        with check (${UNION} and manages_people_of(body_id));
      create policy app_update on membership for update to capofila_app
        using (${UNION} and manages_people_of(body_id)) with check (${UNION} and manages_people_of(body_id));
      create policy app_write on absence to capofila_app
        using (${UNION} and (person_id = app_person() or manages_person(person_id)));
      create policy app_write on capability to capofila_app
        using (${UNION} and (person_id = app_person() or manages_person(person_id)));
      create policy app_write on session to capofila_app using (${UNION} and person_id = app_person());
      create policy app_write on api_token to capofila_app using (${UNION} and person_id = app_person());
      create policy app_insert on invitation for insert to capofila_app
        with check (${UNION} and invited_by = app_person() and manages_person(person_id));
      create policy app_own on mail_preference to capofila_app using (${UNION} and ${OWN});
      create policy app_own on calendar to capofila_app using (${UNION} and ${OWN});

      create policy app_update on body for update to capofila_app using (${HEAD}) with check (${HEAD});
      create policy app_insert on residents for insert to capofila_app with check (${HEAD});
      create policy app_delete on residents for delete to capofila_app using (${HEAD});
      create policy app_insert on agreement for insert to capofila_app with check (${HEAD});
      create policy app_delete on agreement for delete to capofila_app using (${HEAD});
      create policy app_insert on registry_change for insert to capofila_app
        with check (${HEAD} and changed_by = (select app_person()));
      create policy app_insert on noted_call for insert to capofila_app
        with check (${DESK} and noted_by = (select app_person()));
      create policy app_update on noted_call for update to capofila_app using (${DESK}) with check (${DESK});

      grant select on clock_offset, union_, body, residents, agreement, person, membership, absence, capability,
        mail_preference to capofila_worker;
      grant select, update (seconds) on clock_offset to capofila_app;
      grant update (patron_day, patron_day_source, closed_periods) on body to capofila_app;
      grant insert, delete on residents, agreement to capofila_app;
      grant insert on registry_change, person, membership, absence, capability, session, api_token, invitation
        to capofila_app;
      grant update (name, email, phone, deactivated_at) on person to capofila_app;
      grant update (to_date) on membership to capofila_app;
      grant update (to_date, substitute_id), delete on absence to capofila_app;
      grant update (expires_on), delete on capability to capofila_app;
      grant delete on session to capofila_app;
      grant update (revoked_at) on api_token to capofila_app;
      grant select, insert, update (confirmations) on mail_preference to capofila_app;
      grant select (person_id, union_id, created_at), insert, delete on calendar to capofila_app;
      grant insert, update (title, funder, link, opening_on, end_on, cut_off, source, version, changed_by, changed_at,
        away_by, away_at, away_reason, call_id) on noted_call to capofila_app;
    `);
  }

  private async record(runner: QueryRunner): Promise<void> {
    await runner.query(`
      grant insert on stream, call, application, participant, fact, fact_detail, message, document, numbering,
        idempotency to capofila_app;
      grant update (seq, head) on stream to capofila_app;
      grant update (stage, round, ended, overlays, wait, end_on, safe_end, cup, next_moment, glance, seq, call_seq)
        on application to capofila_app;
      grant update (last) on numbering to capofila_app;
      grant update on stream, application, message, numbering, mail, reminder_token to capofila_worker;
      grant delete on fact_detail to capofila_worker;
      grant select, insert on definition to capofila_app, capofila_worker;
      grant select, insert, update, delete on wake to capofila_app, capofila_worker;
      grant usage on sequence wake_upto to capofila_app, capofila_worker;
    `);
  }

  private async bells(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function tell() returns trigger language plpgsql as $$
      begin
        perform pg_notify(tg_argv[0], '');
        return null;
      end $$;
    `);
    for (const [channel, tables] of Object.entries({ changed: SHOWN, signed_out: SIGN_OUTS })) {
      for (const [table, events] of Object.entries(tables)) {
        await runner.query(`
          create trigger ${table}_tells_${channel} after ${events} on ${table}
            for each statement execute function tell('${channel}');
        `);
      }
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function tell() cascade;
      revoke all on all tables in schema public from capofila_app, capofila_worker;
      revoke all on all sequences in schema public from capofila_app, capofila_worker;
      do $$
      declare each record;
      begin
        for each in select * from pg_policies where schemaname = 'public' loop
          execute format('drop policy %I on %I', each.policyname, each.tablename);
        end loop;
        for each in select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity loop
          execute format('alter table %I disable row level security, no force row level security', each.relname);
        end loop;
      end $$;
    `);
  }
}

const UNION = 'union_id = (select app_union())';
const OFFICE = '(select app_is_office())';
const OWN = 'person_id = (select app_person())';
const HEAD = `${UNION} and (select manages_people_of(null))`;
const DESK = `${UNION} and (select works_for_union())`;
const known = (person: string) => `${UNION} and (${OFFICE} or ${person} in (select app_people()))`;
const seen = (application: string) => `(${OFFICE} or ${application} in (select app_applications()))`;
const DETAIL = `${UNION} and exists (select 1 from fact f where f.id = fact_id)`;

/** Who reads a row of registry and people, by table. */
const READ: Readonly<Record<string, string>> = {
  union_: 'id = (select app_union())',
  // What a body is, how many live there and what it has entrusted to the union is public.
  body: UNION,
  residents: UNION,
  agreement: UNION,
  registry_change: UNION,
  person: known('id'),
  membership: `${UNION} and (${OFFICE} or person_id = app_person() or body_id in (select app_bodies())
    or exists (select 1 from body b where b.id = body_id and b.kind = 'union'))`,
  absence: known('person_id'),
  capability: known('person_id'),
  session: `${UNION} and person_id = app_person()`,
  api_token: `${UNION} and person_id = app_person()`,
  noted_call: `${UNION} and ${OFFICE}`,
};

/**
 * Who sees a row of calls and applications, and what may be written where it is more than what is seen: a mayor who
 * applies again sees the new application only then. Call streams and calls are seen by the whole union; words of the
 * office that only the office reads are not.
 */
const RECORD: Readonly<Record<string, { sight: string; check?: string }>> = {
  stream: { sight: `${UNION} and (kind = 'call' or ${seen('id')})`, check: UNION },
  call: { sight: UNION },
  application: {
    sight: `${UNION} and ${seen('id')}`,
    check: `${UNION} and (${OFFICE} or applicant_id in (select app_bodies()))`,
  },
  participant: {
    sight: `${UNION} and ${seen('application_id')}`,
    check: `${UNION} and (${OFFICE} or body_id in (select app_bodies()))`,
  },
  fact: {
    sight: `${UNION} and (${seen('stream_id')} or exists (select 1 from call c where c.id = stream_id))`,
  },
  fact_detail: {
    sight: `${DETAIL} and (${OFFICE} or not exists (
      select 1 from fact f where f.id = fact_id and f.body ->> 'officeOnly' = 'true'))`,
    check: DETAIL,
  },
  message: { sight: `${UNION} and ${seen('application_id')}` },
  mail: { sight: `${UNION} and (${OFFICE} or ${OWN})` },
  reminder_token: { sight: UNION },
  document: { sight: `${UNION} and ${seen('application_id')}` },
  numbering: { sight: UNION },
  idempotency: { sight: `${UNION} and ${OWN}` },
};

/** Of these an auditor may have rows too. */
const OF_THE_POST = ['mail', 'reminder_token', 'idempotency'];

/** Reached by the API only through functions, or only a person's own row. */
const KEPT_APART = [
  'clock_offset',
  'credential',
  'invitation',
  'sign_in_attempt',
  'sign_in_code',
  'mail_preference',
  'calendar',
];

/** Tables whose rows pages show, without the columns whose change tells nothing to a page. */
const SHOWN: Readonly<Record<string, string>> = {
  absence: 'insert or update or delete',
  application: 'insert or update',
  call: 'insert',
  capability: 'insert or update or delete',
  clock_offset: 'update',
  definition: 'insert',
  document: 'insert or update',
  fact: 'insert',
  mail: 'insert or update',
  membership: 'insert or update or delete',
  message: 'insert or update',
  noted_call: 'insert or update',
  person: 'insert or update of name, email, phone, deactivated_at, pseudonymised_at',
  registry_change: 'insert',
};

/** By these a session or a token stops opening anything before its time. */
const SIGN_OUTS: Readonly<Record<string, string>> = {
  api_token: 'update of revoked_at or delete',
  person: 'update of deactivated_at',
  session: 'delete',
};
