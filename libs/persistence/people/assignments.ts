import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';

/** Days on which the office of a body is closed, as `MM-DD`: its patron day and its closed weeks, both ends included. */
export interface Closures {
  patronDay?: string;
  periods: { from: string; to: string }[];
}

interface MembershipRow {
  person_id: string;
  body_id: string;
  role: Role;
  application_id: string | null;
  from_date: LocalDate;
  to_date: LocalDate | null;
  closed: boolean;
}

interface AbsenceRow {
  person_id: string;
  from_date: LocalDate;
  to_date: LocalDate;
  substitute_id: string;
}

/**
 * Who may act for an application, as ids: memberships of the applicant and of the union's body, absences of those
 * people, and the days on which the applicant is closed. It reads what `manager`'s person may not see by name, so that
 * a filing by a comune finds whom to tell.
 * @throws Error when the union has no body of its own or the applicant is not in sight.
 */
export async function loadAssignments(
  manager: EntityManager,
  union: string,
  applicant: string,
  application?: string,
): Promise<Assignments & { closures: Closures }> {
  const bodies: {
    id: string;
    kind: string;
    patron_day: string | null;
    closed_periods: Closures['periods'];
  }[] = await manager.query(
    `select id, kind, patron_day, closed_periods from body where union_id = $1 and (id = $2 or kind = 'union')`,
    [union, applicant],
  );
  const unionBody = bodies.find((each) => each.kind === 'union');
  const own = bodies.find((each) => each.id === applicant);
  if (unionBody === undefined || own === undefined) {
    throw new Error(`body ${applicant} or the body of union ${union} is not in sight`);
  }
  const memberships: MembershipRow[] = await manager.query('select * from assignments_of($1, $2, $3)', [
    union,
    applicant,
    application ?? null,
  ]);
  const people = [...new Set(memberships.map((each) => each.person_id))];
  const absences: AbsenceRow[] = await manager.query('select * from absences_of($1, $2)', [union, people]);
  return {
    unionBody: unionBody.id,
    applicant,
    ...(application === undefined ? {} : { application }),
    memberships: memberships.map((row) => ({
      person: row.person_id,
      body: row.body_id,
      role: row.role,
      from: row.from_date,
      ...(row.application_id === null ? {} : { application: row.application_id }),
      ...(row.to_date === null ? {} : { to: row.to_date }),
      ...(row.closed ? { closed: true as const } : {}),
    })),
    absences: absences.map((row) => ({
      person: row.person_id,
      from: row.from_date,
      to: row.to_date,
      substitute: row.substitute_id,
    })),
    closures: {
      ...(own.patron_day === null ? {} : { patronDay: own.patron_day }),
      periods: own.closed_periods,
    },
  };
}
