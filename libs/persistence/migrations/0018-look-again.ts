import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Glances say what comes next with its hour: every application is looked at again. */
export class LookAgain1767225600018 implements MigrationInterface {
  readonly name = 'LookAgain1767225600018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into wake (workflow, kind, target)
        select 'application/' || id, 'application', id from application where not ended
        on conflict (workflow) do update set upto = excluded.upto`);
  }

  /** Nothing to take back: what was looked at once more reads the same. */
  async down(): Promise<void> {}
}
