import type { LocalDate } from '#domain/calendar/local-date.js';
import { theRole } from '#domain/people/role-words.js';
import { type Role, ROLES } from '#domain/people/role.js';
import { rolesOf, type Seat } from '#domain/people/seat.js';
import { hoursOf } from '#domain/post/addressee.js';
import type { Addressees } from './memory-post.js';

/** People of a simulation: who sits where on a day, and how each is written to. */
export interface SimulatedPeople {
  holding: (seats: readonly Seat[], on: LocalDate) => string[];
  addressee: Addressees;
}

const NAMES: ReadonlyMap<string, string> = new Map(ROLES.map((role) => [role, theRole(role)]));

/** Roles written to in the place of people. */
export function rolesAsPeople(isClosed: (date: LocalDate) => boolean): SimulatedPeople {
  return {
    holding: rolesOf,
    addressee: (role) => {
      const roles = [role as Role];
      return { roles, ...hoursOf(roles), isClosed, wishes: { confirmations: true } };
    },
  };
}

/** What whoever is written to in their place is called: "il segretario". */
export function nameOfRole(person: string): string {
  return NAMES.get(person) ?? person;
}
