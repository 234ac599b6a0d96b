import type { ActingFor, Actor } from '#domain/access/can.js';
import { refusedByRole } from '#domain/application/may/who-may.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { NewFact } from '#domain/fact/fact.js';
import { Refusal } from '../refusal.js';

/**
 * Goes on only when the definition gives this act to a role that the actor has.
 * @throws Refusal `RUOLO-02`.
 */
export function demandRole(fact: NewFact, definition: CallDefinition, actor: Actor, acting: ActingFor): void {
  const refused = refusedByRole(fact, definition, actor, acting);
  if (refused !== undefined) throw new Refusal(refused.code, refused.detail);
}
