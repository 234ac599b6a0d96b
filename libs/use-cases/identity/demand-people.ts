import { type ActingFor, type Actor, can } from '#domain/access/can.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { APPLICATION_ROLES, isUnionRole, type Role } from '#domain/people/role.js';
import type { GivenRole, ListedPerson, Mandate } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demand, unseen } from './demand.js';

/**
 * Goes on only when the actor manages every body of a person, each by itself: a secretary of one comune decides
 * nothing about a person who has a role in another too.
 * @throws Refusal of `demand`.
 */
export function demandEvery(
  actor: Actor,
  action: 'managePeople' | 'invite',
  acting: ActingFor,
  person: ListedPerson,
): void {
  const bodies = [...new Set(person.memberships.map((each) => each.body))];
  const places = bodies.length === 0 ? [[]] : bodies.map((body) => [body]);
  for (const each of places) demand(can(actor, action, { union: actor.union, bodies: each }, acting));
  // The roles that the actor sees may not be all the person has.
  if (!person.managed) demand({ allowed: false, because: 'notYourRole' });
}

/**
 * Goes on only when the actor may give this role in this body, and the body can have it.
 * @param kinds kinds of the bodies in the actor's sight.
 * @throws Refusal of `demand`, or `PER-02`.
 */
export function demandRole(
  actor: Actor,
  acting: ActingFor,
  { body, role, application }: GivenRole,
  kinds: ReadonlyMap<string, Mandate['bodyKind']>,
): void {
  const kind = kinds.get(body);
  if (kind === undefined) throw unseen();
  demand(can(actor, 'managePeople', { union: actor.union, bodies: [body] }, acting));
  if (isUnionRole(role) === (kind === 'union') && (application === undefined || isOfApplication(role)))
    return;
  throw new Refusal(
    'PER-02',
    'Questo incarico non esiste in questo ente: scegli l’ente o l’incarico giusto.',
  );
}

/**
 * Goes on only when a role begins after the one that it replaces: else two would hold it.
 * @param listed people of whom one holds the role that is replaced.
 * @throws Refusal `PER-19`.
 */
export function demandAfter({ from, replaces }: GivenRole, listed: readonly ListedPerson[]): void {
  const replaced = listed
    .flatMap((each) => each.memberships)
    .find((each) => each.id === replaces?.membership);
  if (replaced === undefined || from > replaced.from) return;
  throw new Refusal(
    'PER-19',
    `Chi lascia ha l’incarico dal ${dayOfMonthInWords(replaced.from, { year: true })}: scrivi un primo giorno che venga dopo.`,
  );
}

function isOfApplication(role: Role): boolean {
  return (APPLICATION_ROLES as readonly Role[]).includes(role);
}
