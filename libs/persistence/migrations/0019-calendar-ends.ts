import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever sets a password anew no longer trusts what was opened before: the calendar's secret address ends too. */
export class CalendarEnds1767225600019 implements MigrationInterface {
  readonly name = 'CalendarEnds1767225600019';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function forget_calendar_of_password() returns trigger
        language plpgsql security definer set search_path = public, pg_temp as $$
        begin
          delete from calendar where person_id = new.person_id;
          return null;
        end $$;
      create trigger credential_forgets_calendar after insert or update of hash on credential
        for each row execute function forget_calendar_of_password();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger credential_forgets_calendar on credential;
      drop function forget_calendar_of_password();
    `);
  }
}
