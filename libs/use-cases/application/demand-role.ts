import { type ActingFor, type Actor, can, type Resource } from '#domain/access/can.js';
import { bodyAsked } from '#domain/application/may/said-for.js';
import { actionOf, isOfUnion, refusedByRole } from '#domain/application/may/who-may.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { demand } from '../identity/demand.js';
import { Refusal } from '../refusal.js';

/**
 * Goes on only when the policy table lets the actor say this in that name, and the definition gives it to a role that the
 * actor has there.
 * @param facts on record of the application.
 * @throws Refusal of the policy table, `RUOLO-02`, `RUOLO-03`.
 */
export function demandRole(
  fact: NewFact,
  definition: CallDefinition,
  facts: readonly Fact[],
  actor: Actor,
  resource: Resource,
  acting: ActingFor,
): void {
  const asked = bodyAsked(fact, definition, facts);
  const thing: Resource = {
    ...resource,
    ...(asked === undefined ? {} : { askedOf: asked }),
    ...(isOfUnion(fact, definition) ? { ofUnion: true } : {}),
  };
  demand(can(actor, actionOf(fact, definition), thing, acting));
  const refused = refusedByRole(fact, definition, actor, acting);
  if (refused !== undefined) throw new Refusal(refused.code, refused.detail);
}
