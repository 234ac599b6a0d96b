import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The same sight as before, asked once a query and not once a row: a condition in a sub-select without arguments is
 * worked out when the query starts. And whoever only looks (an auditor, regolamento (UE) 2021/241 art. 22) adds nothing
 * to a record, whatever the program lets through.
 */
export class SightOnceAQuery1767225600006 implements MigrationInterface {
  readonly name = 'SightOnceAQuery1767225600006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_applications() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        -- A role named for one application is no role in another of the same body.
        select p.application_id
          from held_memberships(app_person(), app_today()) h join participant p on p.body_id = h.body_id
         where h.application_id is null or h.application_id = p.application_id
      $$;

      create function app_only_looks() returns boolean
        language sql stable security definer set search_path = public, pg_temp as $$
        select not exists (
          select 1 from held_memberships(app_person(), app_today()) h where h.role <> 'auditor')
      $$;

      create index participant_body on participant (body_id, application_id);
    `);
    for (const [table, sight] of Object.entries(SIGHT)) {
      await runner.query(`
        drop policy app_sight on ${table};
        create policy app_sight on ${table} to capofila_app
          using (${sight}) with check (${CHECK[table] ?? sight});
      `);
    }
    for (const table of RECORD) {
      await runner.query(`
        create policy app_writes on ${table} as restrictive for insert to capofila_app
          with check (not (select app_only_looks()));
        create policy app_changes on ${table} as restrictive for update to capofila_app
          using (true) with check (not (select app_only_looks()));
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of RECORD) {
      await runner.query(`drop policy app_writes on ${table}; drop policy app_changes on ${table};`);
    }
    for (const [table, sight] of Object.entries(SIGHT)) {
      await runner.query(`
        drop policy app_sight on ${table};
        create policy app_sight on ${table} to capofila_app using (${asked(sight)}) with check (${asked(sight)});
      `);
    }
    await runner.query(`
      drop index participant_body;
      drop function app_applications(), app_only_looks();
    `);
  }
}

const UNION = 'union_id = (select app_union())';
const OFFICE = '(select app_is_office())';
const seen = (application: string) => `(${OFFICE} or ${application} in (select app_applications()))`;

/** Who sees a row, by table. Call streams and calls are seen by the whole union. */
const SIGHT: Readonly<Record<string, string>> = {
  stream: `${UNION} and (kind = 'call' or ${seen('id')})`,
  call: UNION,
  application: `${UNION} and ${seen('id')}`,
  participant: `${UNION} and ${seen('application_id')}`,
  fact: `${UNION} and (${seen('stream_id')} or exists (select 1 from call c where c.id = stream_id))`,
  fact_detail: `${UNION} and exists (select 1 from fact f where f.id = fact_id)`,
  message: `${UNION} and ${seen('application_id')}`,
  mail: `${UNION} and (${OFFICE} or person_id = (select app_person()))`,
  reminder_token: UNION,
  document: `${UNION} and ${seen('application_id')}`,
  numbering: UNION,
  idempotency: `${UNION} and person_id = (select app_person())`,
};

/** What may be written, where it is more than what is seen: a mayor who applies again sees the new application only then. */
const CHECK: Readonly<Record<string, string>> = {
  stream: UNION,
  application: `${UNION} and (${OFFICE} or applicant_id in (select app_bodies()))`,
  participant: `${UNION} and (${OFFICE} or body_id in (select app_bodies()))`,
};

/** Tables that make up the record of calls and applications. */
const RECORD = [
  'stream',
  'call',
  'application',
  'participant',
  'fact',
  'fact_detail',
  'message',
  'document',
  'numbering',
];

/** A condition as it was asked before: of each row. */
function asked(sight: string): string {
  return sight
    .replaceAll(/\(select (app_union|app_is_office|app_person)\(\)\)/g, '$1()')
    .replaceAll(
      /\(app_is_office\(\) or (\w+) in \(select app_applications\(\)\)\)/g,
      'can_see_application($1)',
    );
}
