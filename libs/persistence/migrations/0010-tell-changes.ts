import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables whose rows pages show, with the columns whose change tells nothing to a page left out. */
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
  person: 'insert or update of name, email, phone, deactivated_at, pseudonymised_at',
};

/** By these a session or a token stops opening anything before its time. */
const SIGN_OUTS: Readonly<Record<string, string>> = {
  api_token: 'update of revoked_at or delete',
  person: 'update of deactivated_at',
  session: 'delete',
};

/**
 * Whoever commits something that pages show rings a bell, without saying what: of several rings in one transaction only
 * one is heard.
 */
export class TellChanges1767225600010 implements MigrationInterface {
  readonly name = 'TellChanges1767225600010';

  async up(runner: QueryRunner): Promise<void> {
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
    await runner.query('drop function tell() cascade');
  }
}
