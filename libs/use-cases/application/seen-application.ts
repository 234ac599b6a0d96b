import type { Actor, Resource } from '#domain/access/can.js';
import { unseen } from '../identity/demand.js';
import type { CaseQueries } from '../ports/case-queries.js';

/**
 * The application that a person names by id or human number, as the policy table asks for it.
 * @throws Refusal `ACC-404` when there is none in the person's sight.
 */
export async function seenApplication(
  queries: CaseQueries,
  actor: Actor,
  idOrNumber: string,
): Promise<{ id: string; resource: Resource }> {
  const found = await queries.find(actor.person, idOrNumber);
  if (found === undefined) throw unseen();
  return {
    id: found.id,
    resource: { union: found.union, bodies: found.participants, application: found.id },
  };
}
