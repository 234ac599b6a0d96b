import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who may act for an application is read from the memberships of its own bodies: a union of thousands of comuni costs as
 * much for each as one of nine.
 */
export class PeopleOfFewBodies1767225600111 implements MigrationInterface {
  readonly name = 'PeopleOfFewBodies1767225600111';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      assignmentsOf(`m.body_id = any (array(
             select b.id from body b where b.union_id = in_union and b.kind = 'union'
             union all select applicant
             union all select taking.body_id from participant taking
                        where taking.application_id = assignments_of.application))`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      assignmentsOf(`m.body_id in (select b.id from body b
             where b.kind = 'union' or b.id = applicant or exists (
               select 1 from participant taking
                where taking.application_id = assignments_of.application and taking.body_id = b.id))`),
    );
  }
}

/** Ids only, so that a decision finds its recipients also where the acting person may not see their names. */
function assignmentsOf(bodies: string): string {
  return `
      create or replace function assignments_of(in_union uuid, applicant uuid, application uuid)
        returns table (person_id uuid, body_id uuid, role text, application_id uuid, from_date date, to_date date,
                       closed boolean)
        language sql stable security definer set search_path = public, pg_temp as $$
        select m.person_id, m.body_id, m.role, m.application_id, m.from_date, m.to_date, p.deactivated_at is not null
          from membership m
          join person p on p.id = m.person_id
         where m.union_id = in_union
           and (session_user <> 'capofila_app' or in_union = app_union())
           and ${bodies}
           and (m.application_id is null or m.application_id = assignments_of.application)
         order by m.from_date, m.person_id
      $$;`;
}
