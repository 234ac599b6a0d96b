import { inWords } from '#domain/calendar/words.js';
import { localOf } from '#domain/calendar/local-date.js';
import type { CaseQueries } from '../ports/case-queries.js';
import { type RecordedChange, Refusal } from '../refusal.js';

/** Why nothing was recorded: the sentence is made afterwards, outside of the lock. */
export const CHANGED = {
  code: 'CASO-03',
  detail: 'È cambiato nel frattempo: guarda che cosa, poi conferma.',
};

/**
 * Says who changed what a page had shown, and when; the page then offers to look, or to record all the same.
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
  const changes = await queries.changes(person, facts);
  const last = changes.at(-1);
  const sentence =
    last === undefined
      ? `Un’altra persona ha cambiato ${what}`
      : `Un’altra persona ha cambiato ${what} ${whenInWords(last, now)}${whoInWords(last)}`;
  return new Refusal('changed', CHANGED.code, `${sentence}: guarda che cosa è cambiato, poi conferma.`, {
    changes,
  });
}

/** "alle 9:12", or "lunedì 6 maggio alle 9:12" when it was another day. */
function whenInWords({ recordedAt }: RecordedChange, now: string): string {
  const at = localOf(recordedAt);
  const hour = `${Number(at.time.slice(0, 2))}:${at.time.slice(3, 5)}`;
  return at.date === localOf(now).date ? `alle ${hour}` : `${inWords(at.date)} alle ${hour}`;
}

function whoInWords({ by, of }: RecordedChange): string {
  const named = [by, of].filter((each) => each !== null);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}
