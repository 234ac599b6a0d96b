import { isoInstant } from '#domain/calendar/local-date.js';
import { overtaken } from '../overtaken.js';
import type { CaseQueries } from '../ports/case-queries.js';
import type { Changed } from '../record/recorded.js';
import type { Refusal } from '../refusal.js';

/**
 * Says who recorded something after a page was read; asked outside of the lock.
 * @param what "questa candidatura" or "questo avviso".
 * @param now epoch milliseconds.
 */
export async function changedMeanwhile(
  queries: CaseQueries,
  person: string,
  what: string,
  { changed }: Changed,
  now: number,
): Promise<Refusal> {
  const facts = changed.map((each) => each.id);
  return overtaken('CASO-03', what, await queries.changes(person, facts), isoInstant(now));
}
