import type { LocalDate } from '#domain/calendar/local-date.js';
import type { FactOf } from '#domain/fact/fact.js';
import type { Refused } from '#domain/fact/refused.js';
import { checkActDates, checkAmendment, movesNothing } from '#domain/term/term.js';
import type { CallDefinition } from './definition.js';

/** A term that the call does not have cannot be moved. */
export function unknownTerm(term: string, definition: CallDefinition): Refused | undefined {
  const terms = [...definition.terms, ...definition.interrupts.flatMap((each) => each.term ?? [])];
  if (terms.some((each) => each.id === term)) return undefined;
  return { code: 'TERM-10', detail: `L’avviso non ha un termine «${term}»: scegline uno dell’elenco.` };
}

/** Whether an act may move a term, of a whole call as of one application; the terms as they stand. */
export function admitAmendment(
  body: FactOf<'term.amended'>['body'],
  terms: readonly { id: string; term: { end: LocalDate; cutOff: string } }[],
  today: LocalDate,
): Refused | undefined {
  const running = terms.findLast((each) => each.id === body.term)?.term;
  const problem =
    checkActDates(body, today) ??
    (running === undefined ? undefined : (checkAmendment(running, body) ?? movesNothing(running, body)));
  return problem === undefined ? undefined : { code: problem.code, detail: problem.message };
}
