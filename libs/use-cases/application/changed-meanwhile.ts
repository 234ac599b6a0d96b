import type { Refused } from '#domain/fact/refused.js';
import { overtaken } from '../overtaken.js';
import type { CaseQueries } from '../ports/case-queries.js';
import type { Refusal } from '../refusal.js';

/** Why nothing was recorded: the sentence is made afterwards, outside of the lock. */
export const CHANGED: Refused = {
  code: 'CASO-03',
  detail: 'È cambiato nel frattempo: guarda che cosa, poi conferma.',
};

/**
 * Says who recorded something after a page was read.
 * @param what "questa candidatura" or "questo avviso".
 * @param facts ids, the newest last.
 */
export async function changedMeanwhile(
  queries: CaseQueries,
  person: string,
  what: string,
  facts: readonly string[],
  now: string,
): Promise<Refusal> {
  return overtaken(CHANGED.code, what, await queries.changes(person, facts), now);
}
