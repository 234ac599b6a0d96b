import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which applications of a union carry a CUP, also those of bodies that the acting person does not see: a CUP that
 * two of them carry must be cleared up whoever records it. It tells ids, numbers and whether they ended, nothing else.
 */
export class CupUses1767225600004 implements MigrationInterface {
  readonly name = 'CupUses1767225600004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function cup_uses(in_union uuid, wanted text)
        returns table (application_id uuid, applicant_id uuid, number text, ended boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select a.id, a.applicant_id, a.number, a.ended from application a
         where a.union_id = in_union and a.cup = wanted
           and (session_user <> 'capofila_app' or in_union = app_union())
         order by a.number
      $$;
      revoke execute on function cup_uses(uuid, text) from public;
      grant execute on function cup_uses(uuid, text) to capofila_app, capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function cup_uses(uuid, text)');
  }
}
