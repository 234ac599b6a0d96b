import type { LocalDate } from '#domain/calendar/local-date.js';
import type { AskedOf } from '#domain/fact/asked-of.js';
import { holdersOf } from '#domain/people/assignment.js';
import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import type { CasePeople } from '../ports/case-store.js';
import type { LetterItem } from '../ports/letter-writer.js';
import type { PersonToName } from '../ports/mail-store.js';

/**
 * The people of a case on a day, for words like "chiama Giulia": of the union, and of the body of which something is
 * asked; in the order in which they are named.
 */
export function peopleOfCase(
  assignments: CasePeople,
  named: readonly PersonToName[],
  on: LocalDate,
  { of }: AskedOf = {},
): LetterItem['people'] {
  const rolesOf = new Map<string, Role[]>();
  for (const role of [...UNION_ROLES, ...BODY_ROLES]) {
    for (const person of holdersOf(assignments, seatsIn(of ?? assignments.applicant, [role]), on)) {
      rolesOf.set(person, [...(rolesOf.get(person) ?? []), role]);
    }
  }
  return named.flatMap((person) => {
    const roles = rolesOf.get(person.id);
    return roles === undefined ? [] : [{ ...person, roles }];
  });
}
