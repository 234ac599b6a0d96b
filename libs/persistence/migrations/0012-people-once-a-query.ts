import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same people in sight as before, asked once a query and not once a row: lists name hundreds of them. */
export class PeopleOnceAQuery1767225600012 implements MigrationInterface {
  readonly name = 'PeopleOnceAQuery1767225600012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function app_people() returns setof uuid
        language sql stable security definer set search_path = public, pg_temp as $$
        select app_person()
        union
        select m.person_id from membership m
         where m.body_id in (select app_bodies())
            or m.body_id in (select b.id from body b where b.kind = 'union' and b.union_id = app_union())
      $$;
    `);
    for (const [table, person] of Object.entries(TABLES)) {
      await runner.query(`
        drop policy app_sight on ${table};
        create policy app_sight on ${table} for select to capofila_app using (
          ${UNION} and ((select app_is_office()) or ${person} in (select app_people())));
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, person] of Object.entries(TABLES)) {
      await runner.query(`
        drop policy app_sight on ${table};
        create policy app_sight on ${table} for select to capofila_app using (
          ${UNION} and can_see_person(${person}));
      `);
    }
    await runner.query('drop function app_people()');
  }
}

const UNION = 'union_id = (select app_union())';

/** The column of each table that names a person. */
const TABLES: Readonly<Record<string, string>> = {
  person: 'id',
  absence: 'person_id',
  capability: 'person_id',
};
