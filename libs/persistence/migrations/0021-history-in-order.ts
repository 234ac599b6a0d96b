import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Storia reads the facts of all streams in the order in which they became known, a page at a time. */
export class HistoryInOrder1767225600021 implements MigrationInterface {
  readonly name = 'HistoryInOrder1767225600021';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index fact_in_order on fact (recorded_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index fact_in_order');
  }
}
