import { localOf } from '#domain/calendar/local-date.js';
import { atHour, inWords } from '#domain/calendar/words.js';
import type { RefusalCode } from '#domain/refusal/refusals.js';
import { type RecordedChange, Refusal } from './refusal.js';

/**
 * Says who changed what a page had shown, and when; the page then offers to look, or to write all the same.
 * @param what "questa candidatura".
 * @param changes the newest last.
 * @param now ISO 8601.
 */
export function overtaken(
  code: RefusalCode,
  what: string,
  changes: readonly RecordedChange[],
  now: string,
): Refusal {
  const last = changes.at(-1);
  const more = last === undefined ? '' : ` ${whenInWords(last, now)}${whoInWords(last)}`;
  const sentence = `Un’altra persona ha cambiato ${what}${more}`;
  return new Refusal(code, `${sentence}: guarda che cosa è cambiato, poi conferma.`, { changes });
}

/** "alle 9:12", or "lunedì 6 maggio alle 9:12" when it was another day. */
function whenInWords({ recordedAt }: RecordedChange, now: string): string {
  const at = localOf(recordedAt);
  const hour = atHour(at.time);
  return at.date === localOf(now).date ? hour : `${inWords(at.date)} ${hour}`;
}

function whoInWords({ by, of }: RecordedChange): string {
  const named = [by, of].filter((each) => each !== null);
  return named.length === 0 ? '' : ` (${named.join(', ')})`;
}
