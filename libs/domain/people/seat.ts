import { type BodyRole, isUnionRole, type Role, type UnionRole } from './role.js';

/**
 * A role in a body: whom a case says that something is up to. Who sits there on a day is another question (`holdersOf`).
 * Roles of the union are held in one body of every case, so their seats name none.
 */
export type Seat = { role: UnionRole; body?: never } | { role: BodyRole; body: string };

/** The ICT office at work. */
export const DESK: readonly Seat[] = [{ role: 'deskOfficer' }];

/** These roles, in a body or in the union. */
export function seatsIn(body: string, roles: readonly Role[]): Seat[] {
  return roles.map((role) => (isUnionRole(role) ? { role } : { role, body }));
}

/** The roles of seats, each once, for words and pages that speak of roles. */
export function rolesOf(seats: readonly Seat[]): Role[] {
  return [...new Set(seats.map(({ role }) => role))];
}

export function isAmong(seats: readonly Seat[], seat: Seat): boolean {
  return seats.some(({ role, body }) => role === seat.role && body === seat.body);
}
