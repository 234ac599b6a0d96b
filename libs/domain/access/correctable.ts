import { type Actor } from './can.js';
import { unionStanding } from './standing.js';

/** What is corrected about a person: who it is, and how to reach them. */
export type Contact = 'name' | 'email' | 'phone';

/** What decides about it. */
export interface Reachable {
  readonly active: boolean;
  /** Who asks manages every body of the person. */
  readonly managed: boolean;
  /** Has come in: whoever has the address can come in by code. */
  readonly joined: boolean;
  readonly bodies: readonly string[];
}

/**
 * What an actor may correct about a person. An address with which somebody comes in opens the account, so it is the head
 * of office's alone. A desk officer corrects how to reach people of the comuni, so that a mail that fails or a wrong
 * telephone waits for nobody; who somebody is, and the office's own people, are not the desk officer's.
 */
export function correctable(actor: Actor, person: Reachable): readonly Contact[] {
  if (!person.active) return [];
  const { office, headOfOffice } = unionStanding(actor.memberships, actor.unionBody);
  if (headOfOffice) return ['name', 'email', 'phone'];
  const email: readonly Contact[] = person.joined ? [] : ['email'];
  if (person.managed) return ['name', ...email, 'phone'];
  return office && !person.bodies.includes(actor.unionBody) ? [...email, 'phone'] : [];
}
