import type { MeAnswer, PersonAnswer } from '#contracts/identity.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { holders, type Membership } from '#domain/people/assignment.js';
import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';

/** A role of a person in one body, and how it stands today. */
export interface HeldHere {
  readonly id: string;
  readonly role: Role;
  readonly application?: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly version: number;
  readonly state: 'now' | 'continued' | 'future' | 'past';
}

/** A person in one body. */
export interface PersonHere {
  readonly person: PersonAnswer;
  readonly roles: readonly HeldHere[];
  /** Holds a role today. */
  readonly current: boolean;
}

/** The people of a body: who holds a role today first, in the order of the roles. */
export function peopleOfBody(
  people: readonly PersonAnswer[],
  body: string,
  on: LocalDate,
): readonly PersonHere[] {
  const memberships: Membership[] = people.flatMap(({ id, active, memberships: all }) =>
    all.map((each) => ({ ...each, person: id, ...(active ? {} : { closed: true as const }) })),
  );
  const order: readonly Role[] = [...UNION_ROLES, ...BODY_ROLES];
  const here = people.flatMap((person) => {
    const roles = person.memberships
      .filter((each) => each.body === body)
      .map((each) => ({ ...each, state: stateOf(person, each, memberships, on) }))
      .toSorted((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
    const current = roles.some(({ state }) => state === 'now' || state === 'continued');
    return roles.length === 0 ? [] : [{ person, roles, current }];
  });
  const rank = ({ roles, current }: PersonHere) =>
    (current ? 0 : 100) + Math.min(...roles.map(({ role }) => order.indexOf(role)));
  return here.toSorted((a, b) => rank(a) - rank(b) || a.person.name.localeCompare(b.person.name, 'it'));
}

function stateOf(
  person: PersonAnswer,
  each: PersonAnswer['memberships'][number],
  memberships: readonly Membership[],
  on: LocalDate,
): HeldHere['state'] {
  if (each.from > on) return 'future';
  const place = {
    body: each.body,
    ...(each.application === undefined ? {} : { application: each.application }),
  };
  const holder = holders(each.role, place, on, { memberships, absences: [] }).find(
    (one) => one.person === person.id,
  );
  if (!person.active || holder === undefined) return 'past';
  if (each.to === undefined || each.to >= on) return 'now';
  return holder.continued ? 'continued' : 'past';
}

/** In whose name a person who is signed in manages the people of a body; undefined: not at all. */
export function managesAs(me: MeAnswer, body: string): { actingBody: string } | undefined {
  if (me.may.headOfOffice) return { actingBody: me.unionBody };
  const secretary = me.mandates.some((each) => each.body === body && each.role === 'secretary');
  return secretary ? { actingBody: body } : undefined;
}
