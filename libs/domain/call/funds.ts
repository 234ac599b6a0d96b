import type { Refused } from '#domain/fact/refused.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, type NewFactOf, ofType } from '#domain/fact/fact.js';
import { checkActDates } from '#domain/term/term.js';
import { refusedAsWithdrawn } from './brake.js';

/** The act by which the money of a call has ended; nothing once it was taken back, as when money was added. */
export function fundsExhausted(callFacts: readonly Fact[]): FactOf<'call.fundsExhausted'> | undefined {
  return ofType(effectiveFacts(callFacts), 'call.fundsExhausted').at(-1);
}

/** The money ends once; who has it that it ended on another day takes the first act back. */
export function refusedFundsExhausted(
  { body }: Pick<NewFactOf<'call.fundsExhausted'>, 'body'>,
  callFacts: readonly Fact[],
  today: LocalDate,
): Refused | undefined {
  const withdrawn = refusedAsWithdrawn(callFacts);
  if (withdrawn !== undefined) return withdrawn;
  if (fundsExhausted(callFacts) !== undefined) {
    return {
      code: 'AVV-11',
      detail: 'I fondi di questo avviso risultano già esauriti: guarda la storia dell’avviso.',
    };
  }
  const problem = checkActDates(body, today);
  return problem === undefined ? undefined : { code: problem.code, detail: problem.message };
}

/** Of a call's facts only this one is taken back: the rest is put right by an act of its own. */
export function refusedVoid(corrects: string | undefined, callFacts: readonly Fact[]): Refused | undefined {
  if (corrects !== undefined && fundsExhausted(callFacts)?.id === corrects) return undefined;
  return {
    code: 'AVV-12',
    detail: 'I fondi di questo avviso non risultano esauriti: ricarica la pagina.',
  };
}
