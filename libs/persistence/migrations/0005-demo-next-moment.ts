import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comes next over all streams: `capofila clock --until-next` goes there. It tells a time and nothing else. */
export class DemoNextMoment1767225600005 implements MigrationInterface {
  readonly name = 'DemoNextMoment1767225600005';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function demo_next_moment(after timestamptz) returns timestamptz
        language sql stable security definer set search_path = public, pg_temp as $$
        select least(
          (select min(next_moment) from application where next_moment > after and not ended),
          (select min(deliver_at) from message where state = 'pending' and deliver_at > after))
      $$;
      revoke execute on function demo_next_moment(timestamptz) from public;
      grant execute on function demo_next_moment(timestamptz) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function demo_next_moment(timestamptz)`);
  }
}
