import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which other applications of a body to calls of one definition live: an application that was over may go on, by a proof or
 * a moved end, while a new one was opened, and whoever records that need not see the other.
 */
export class LiveBeside1767225600116 implements MigrationInterface {
  readonly name = 'LiveBeside1767225600116';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function live_beside(in_union uuid, application uuid)
        returns table (id uuid, number text, later boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select o.id, o.number, (oc.launched_at, o.attempt) > (c.launched_at, a.attempt)
          from application a
          join call c on c.id = a.call_id
          join participant p on p.body_id = a.applicant_id and p.application_id <> a.id
          join application o on o.id = p.application_id and o.applicant_id = a.applicant_id and not o.ended
          join call oc on oc.id = o.call_id and oc.definition_id = c.definition_id
         where a.id = application and a.union_id = in_union
           and (session_user <> 'capofila_app' or in_union = app_union())
         order by o.number
      $$;
      revoke execute on function live_beside(uuid, uuid) from public;
      grant execute on function live_beside(uuid, uuid) to capofila_app, capofila_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function live_beside(uuid, uuid)');
  }
}
