import { type Closures, isClosedOn } from '#domain/calendar/closures.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Assignments, holders } from '#domain/people/assignment.js';
import { isOfficeRole, type Role } from '#domain/people/role.js';
import type { MailWishes } from './done-without.js';
import type { Hours } from '#domain/reminder/slots.js';

/** Whom e-mails go to, with everything that says when: over all bodies, whoever stands in for somebody included. */
export interface PostPeople extends Pick<Assignments, 'memberships' | 'absences'> {
  /** Of each body in which one of them holds a role, by its id. */
  closures: ReadonlyMap<string, Closures>;
  /** People who have an address and an open account. */
  reachable: ReadonlySet<string>;
  /** What they do without; who is not named wants everything. */
  wishes: ReadonlyMap<string, MailWishes>;
  /** Names of the hours of today and yesterday at which each was written to. */
  used: ReadonlyMap<string, readonly string[]>;
}

/** A person who can be written to, as they are on one day. */
export interface Addressee extends Required<Hours> {
  roles: Role[];
  wishes: MailWishes;
}

/**
 * How a person is written to on a day: by the roles held then, over all bodies. Their office is closed only when every
 * body for which they work is: a secretary of three comuni reads mail while one is closed.
 * @returns undefined for whoever has no address or whose account was closed.
 */
export function addresseeOf(person: string, on: LocalDate, people: PostPeople): Addressee | undefined {
  if (!people.reachable.has(person)) return undefined;
  const held = people.memberships.filter(
    ({ role, body, application, from }) =>
      from <= on &&
      holders(role, application === undefined ? { body } : { body, application }, on, people).some(
        (each) => each.person === person,
      ),
  );
  const bodies = [...new Set(held.map((each) => each.body))];
  const closed = bodies.map((body) => isClosedOn(people.closures.get(body) ?? { periods: [] }));
  const roles = [...new Set(held.map((each) => each.role))].toSorted();
  return {
    roles,
    ...hoursOf(roles),
    isClosed: (date) => closed.length > 0 && closed.every((each) => each(date)),
    wishes: people.wishes.get(person) ?? { confirmations: true },
  };
}

/** At which hours somebody with these roles is written to. */
export function hoursOf(roles: readonly Role[]): Pick<Hours, 'officer' | 'mayor'> {
  return { officer: roles.some(isOfficeRole), mayor: roles.includes('legalRepresentative') };
}
