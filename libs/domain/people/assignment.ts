import type { LocalDate } from '#domain/calendar/local-date.js';
import { APPLICATION_ROLES, type Role } from './role.js';
import type { Seat } from './seat.js';

/** A person holds a role in a body from a day to a day, both included; `to` absent: no end is known. */
export interface Membership {
  person: string;
  body: string;
  role: Role;
  /** Application for which a RUP or DEC was named; absent: for every application of the body. */
  application?: string;
  from: LocalDate;
  to?: LocalDate;
  /** The account was closed: the person left and holds nothing, but who came before does not come back. */
  closed?: true;
}

/** A person is away from a day to a day, both included; the substitute is told and may act too. */
export interface Absence {
  person: string;
  from: LocalDate;
  to: LocalDate;
  substitute?: string;
}

/** Who holds a role on a day. Ids only: names never enter the domain. */
export interface Holder {
  person: string;
  role: Role;
  /** The mandate is past its end and goes on because nobody took the role (d.l. 293/1994; art. 99 TUEL). */
  continued: boolean;
  /** The person for whom this one stands in. */
  substituteFor?: string;
}

/** Everything needed to know who acts for an application: memberships of all bodies that take part in it. */
export interface Assignments {
  /** Body of the union, in which the office's roles are held. */
  unionBody: string;
  applicant: string;
  application?: string;
  memberships: readonly Membership[];
  absences: readonly Absence[];
}

/**
 * Who holds a role in a body on a day, with the substitutes of those who are away, in the order of the start of their
 * mandates, each person once. A RUP or DEC named for the application comes instead of one named for the whole body.
 */
export function holders(
  role: Role,
  place: { body: string; application?: string },
  on: LocalDate,
  people: Pick<Assignments, 'memberships' | 'absences'>,
): Holder[] {
  const candidates = people.memberships.filter(
    (each) => each.role === role && each.body === place.body && each.from <= on,
  );
  const named = candidates.filter(
    (each) => each.application !== undefined && each.application === place.application,
  );
  const general = candidates.filter((each) => each.application === undefined);
  const ofApplication = (APPLICATION_ROLES as readonly Role[]).includes(role) ? held(named, on) : [];
  const current = ofApplication.length > 0 ? ofApplication : held(general, on);
  const found: Holder[] = [];
  for (const each of current.toSorted(byStart)) {
    addOnce(found, { person: each.person, role, continued: isPast(each, on) });
  }
  const away = found.filter((holder) => people.absences.some((absence) => absence.person === holder.person));
  for (const holder of away) addSubstitutes(found, holder, on, people);
  return found;
}

/** Ids of those who sit on any of these seats for an application, in the order of the seats, without duplicates. */
export function holdersOf(people: Assignments, seats: readonly Seat[], on: LocalDate): string[] {
  const ids = seats.flatMap(({ role, body = people.unionBody }) => {
    const place = people.application === undefined ? { body } : { body, application: people.application };
    return holders(role, place, on, people).map((each) => each.person);
  });
  return [...new Set(ids)];
}

/**
 * Mandates in force: those not past their end, or else the last to end, until somebody else takes the role. An
 * auditor's ends on its day: it is a permission to look, not a duty that somebody must carry.
 */
function held(memberships: readonly Membership[], on: LocalDate): Membership[] {
  return memberships.filter(
    (each) =>
      each.closed !== true &&
      (!isPast(each, on) ||
        (each.role !== 'auditor' && !memberships.some((other) => lastsLonger(other, each)))),
  );
}

function lastsLonger(other: Membership, than: Membership): boolean {
  return than.to !== undefined && (other.to === undefined || other.to > than.to);
}

function isPast(membership: Membership, on: LocalDate): boolean {
  return membership.to !== undefined && membership.to < on;
}

/** A substitute who is away has one too; the chain ends where it comes back on itself. */
function addSubstitutes(
  found: Holder[],
  holder: Holder,
  on: LocalDate,
  people: Pick<Assignments, 'absences'>,
): void {
  for (const absence of people.absences) {
    if (absence.person !== holder.person || absence.from > on || absence.to < on) continue;
    if (absence.substitute === undefined) continue;
    const substitute = { ...holder, person: absence.substitute, substituteFor: holder.person };
    if (addOnce(found, substitute)) addSubstitutes(found, substitute, on, people);
  }
}

function addOnce(found: Holder[], holder: Holder): boolean {
  if (found.some((each) => each.person === holder.person)) return false;
  found.push(holder);
  return true;
}

function byStart(a: Membership, b: Membership): number {
  return a.from.localeCompare(b.from) || a.person.localeCompare(b.person);
}
