import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import { holdersOf } from '#domain/people/assignment.js';
import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { assignmentsOfApplication } from '../people/assignments.js';

/**
 * The applicant's name and the people of a case, for words like "chiama Giulia": of the union, and of the body of which
 * something is asked.
 */
export async function peopleOfCase(
  manager: EntityManager,
  application: string,
  on: LocalDate,
  { of }: AskedOf = {},
): Promise<{ comune: string; people: LetterItem['people'] }> {
  const bodies: { name: string }[] = await manager.query(
    `select b.name from application a join body b on b.id = a.applicant_id where a.id = $1`,
    [application],
  );
  const assignments = await assignmentsOfApplication(manager, application);
  const rolesOf = new Map<string, Role[]>();
  for (const role of [...UNION_ROLES, ...BODY_ROLES]) {
    for (const person of holdersOf(assignments, seatsIn(of ?? assignments.applicant, [role]), on)) {
      rolesOf.set(person, [...(rolesOf.get(person) ?? []), role]);
    }
  }
  const rows: { id: string; name: string; phone: string | null }[] = await manager.query(
    `select id, name, phone from person where id = any ($1) and deactivated_at is null order by name`,
    [[...rolesOf.keys()]],
  );
  return {
    comune: bodies[0]?.name ?? '',
    people: rows.map(({ phone, ...row }) => ({
      ...row,
      roles: rolesOf.get(row.id) ?? [],
      ...(phone === null ? {} : { phone }),
    })),
  };
}
