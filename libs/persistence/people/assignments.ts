import type { EntityManager } from 'typeorm';
import type { Closures } from '#domain/calendar/closures.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';
import type { CasePeople } from '#use-cases/ports/case-store.js';

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

/** What `peopleOf` reads for one applicant. */
export interface AssignmentRows {
  bodies: { id: string; kind: string; patron_day: string | null; closed_periods: Closures['periods'] }[];
  memberships: MembershipRow[];
  absences: AbsenceRow[];
}

/**
 * A piece of SQL, for the FROM of a statement: rows named `people` with what `assignmentsOf` needs. The arguments are
 * expressions of that statement. It reads what the person who asks may not see by name, so that a filing by a comune
 * finds whom to tell.
 */
export function peopleOf(union: string, applicant: string, application: string): string {
  // Named once where nothing else is in scope: within the queries below their names could mean other tables.
  const asked = `(select ${union} as in_union, ${applicant} as applicant, ${application} as application) asked`;
  return `lateral (
    select held.memberships,
           held.people || array(select away.substitute_id from absences_of(asked.in_union, held.people) away
                                 where away.substitute_id is not null) as all_of_them,
           (select json_agg(own) from (
              select own.id, own.kind, own.patron_day, own.closed_periods from body own
               where own.union_id = asked.in_union and own.id = asked.applicant
              union all
              select own.id, own.kind, own.patron_day, own.closed_periods from body own
               where own.union_id = asked.in_union and own.kind = 'union' and own.id <> asked.applicant) own) as bodies,
           (select coalesce(json_agg(away), '[]') from absences_of(asked.in_union, held.people) away) as absences
      from ${asked},
           lateral (select coalesce(json_agg(m), '[]') as memberships, array_agg(distinct m.person_id) as people
              from assignments_of(asked.in_union, asked.applicant, asked.application) m) held) people`;
}

/** Who may act for new applications of these bodies, by the body's id. */
export async function loadAssignments(
  manager: EntityManager,
  applicants: readonly string[],
): Promise<Map<string, CasePeople>> {
  const rows: (AssignmentRows & { applicantId: string; unionId: string })[] = await manager.query(
    `select b.id as "applicantId", b.union_id as "unionId", people.* from body b,
       ${peopleOf('b.union_id', 'b.id', 'null::uuid')} where b.id = any ($1)`,
    [applicants],
  );
  return new Map(rows.map((row) => [row.applicantId, assignmentsOf(row, row)]));
}

/** Who may act for an application, with the RUP and the DEC named for it. */
export async function assignmentsOfApplication(
  manager: EntityManager,
  application: string,
): Promise<CasePeople> {
  const [row]: (AssignmentRows & { id: string; applicantId: string; unionId: string })[] =
    await manager.query(
      `select a.id, a.applicant_id as "applicantId", a.union_id as "unionId", people.* from application a,
         ${peopleOf('a.union_id', 'a.applicant_id', 'a.id')} where a.id = $1`,
      [application],
    );
  if (row === undefined) throw new Error(`application ${application} is not in sight`);
  return assignmentsOf(row, row);
}

/**
 * Memberships of the applicant and of the union's body, absences of those people, and the days on which the applicant
 * is closed, as the domain reads them.
 * @throws Error when the union has no body of its own or the applicant is not in sight.
 */
export function assignmentsOf(
  { bodies, memberships, absences }: AssignmentRows,
  of: { id?: string; applicantId: string; unionId: string },
): CasePeople {
  const unionBody = bodies.find((each) => each.kind === 'union');
  const own = bodies.find((each) => each.id === of.applicantId);
  if (unionBody === undefined || own === undefined) {
    throw new Error(`body ${of.applicantId} or the body of union ${of.unionId} is not in sight`);
  }
  return {
    unionBody: unionBody.id,
    applicant: of.applicantId,
    ...(of.id === undefined ? {} : { application: of.id }),
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
