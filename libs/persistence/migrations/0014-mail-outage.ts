import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The mail server takes nothing: seen by whoever asks how the service does, and by the office. */
export class MailOutage1767225600114 implements MigrationInterface {
  readonly name = 'MailOutage1767225600114';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index mail_begun on mail (created_at) where state = 'sending';
      create index mail_taken on mail (sent_at) where state = 'sent';
      -- Of what was begun before an instant, as long as the server has taken nothing since. A time and a number: nobody's mail.
      create function mail_outage(before timestamptz, of_union uuid) returns table (since timestamptz, waiting int)
        language sql stable security definer set search_path = public, pg_temp as $$
        select min(l.created_at), count(*)::int from mail l
         where l.state = 'sending' and l.created_at <= before and (of_union is null or l.union_id = of_union)
           and not exists (select 1 from mail taken where taken.state = 'sent' and taken.sent_at >= l.created_at)
        having count(*) > 0
      $$;
      revoke execute on function mail_outage(timestamptz, uuid) from public;
      grant execute on function mail_outage(timestamptz, uuid) to capofila_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function mail_outage(timestamptz, uuid);
      drop index mail_begun;
      drop index mail_taken;
    `);
  }
}
