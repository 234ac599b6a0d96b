import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Contacts, mandates and capabilities are written over, so each row counts how often and says by whom last: whoever
 * looked before is told. Corrections of the registry are kept one by one and need no such column.
 */
export class VersionsOfPeople1767225600016 implements MigrationInterface {
  readonly name = 'VersionsOfPeople1767225600016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A program has no person; the moment is the product's, as everything that people read.
      create function remember_writer() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          new.version := coalesce(old.version, 0) + 1;
          new.changed_by := app_person();
          new.changed_at := app_now();
          return new;
        end $$;
    `);
    for (const [table, columns] of Object.entries(WRITTEN_OVER)) {
      await runner.query(`
        alter table ${table} add column version int not null default 1, add column changed_by uuid,
          add column changed_at timestamptz;
        create trigger ${table}_remembers_writer before insert or update of ${columns} on ${table} for each row
          execute function remember_writer();
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(WRITTEN_OVER)) {
      await runner.query(`
        drop trigger ${table}_remembers_writer on ${table};
        alter table ${table} drop column version, drop column changed_by, drop column changed_at;
      `);
    }
    await runner.query('drop function remember_writer()');
  }
}

/** What people write over in each table. */
const WRITTEN_OVER: Readonly<Record<string, string>> = {
  person: 'name, email, phone',
  membership: 'to_date',
  capability: 'expires_on',
};
