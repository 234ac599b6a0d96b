import type { RegisteredBody } from '#contracts/registry.js';
import type { Role } from '#domain/people/role.js';
import type { KnownRegistry } from '../../api/queries/registry.js';
import { peopleOfBody } from '../../parts/people/of-body.js';

/** What of a comune's entry a person has still to confirm or write. */
export type DataItem = 'residents' | 'noResidents' | 'agreements' | 'patronDay';

/** Roles without which no call can begin in a comune. */
const NEEDED: readonly Role[] = ['legalRepresentative', 'secretary', 'referent'];

export interface Missing {
  readonly data: readonly { body: RegisteredBody; items: readonly DataItem[] }[];
  readonly people: readonly { body: RegisteredBody; roles: readonly Role[] }[];
}

/** What is missing before the first call; a patron day that somebody has looked at and left empty is not. */
export function missingOf({ union, people, on }: KnownRegistry): Missing {
  const comuni = union.bodies.filter(({ kind }) => kind === 'comune');
  return {
    data: comuni.map((body) => ({ body, items: itemsOf(body) })).filter(({ items }) => items.length > 0),
    people: comuni
      .map((body) => {
        const held = new Set(
          peopleOfBody(people, body.id, on).flatMap(({ roles }) =>
            roles.filter(({ state }) => state === 'now' || state === 'continued').map(({ role }) => role),
          ),
        );
        return { body, roles: NEEDED.filter((role) => !held.has(role)) };
      })
      .filter(({ roles }) => roles.length > 0),
  };
}

function itemsOf({ residents, agreements, patronDay, changes }: RegisteredBody): DataItem[] {
  const items: DataItem[] = [];
  if (residents.length === 0) items.push('noResidents');
  else if (residents.some(({ confirmed }) => !confirmed)) items.push('residents');
  if (agreements.some(({ confirmed }) => !confirmed)) items.push('agreements');
  if (patronDay === undefined && !changes.some(({ part }) => part === 'patronDay')) items.push('patronDay');
  return items;
}
