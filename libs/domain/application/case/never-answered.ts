import type { CallDefinition } from '#domain/call/definition.js';
import { inWords } from '#domain/calendar/words.js';
import type { FactOf, NewFact } from '#domain/fact/fact.js';
import { localAt, type LocalDate } from '#domain/calendar/local-date.js';
import { isWithin } from '#domain/term/term.js';
import type { PathStep } from './path-step.js';
import type { RunningTerm } from './running-term.js';

/** A sending that somebody told of without a proof: once that is there, the application is open again. */
export interface DeclaredSending {
  fact: string;
  on: LocalDate;
}

/** Closed by the call's end. */
interface ClosedUnanswered {
  fact: string;
  because: string;
  neverAnswered: { declared?: DeclaredSending };
}

/** What a case says of it. */
interface Answering {
  closed?: Partial<Pick<ClosedUnanswered, 'neverAnswered'>>;
  answerBy?: RunningTerm;
}

/** The call's end, while its first question has no answer yet: whoever gives none by then is closed (docs/adr/0020). */
export function answerEnd(
  { stages: [first], terms }: CallDefinition,
  { stage }: PathStep,
  running: readonly RunningTerm[],
): RunningTerm | undefined {
  if (stage.id !== first?.id || stage.wait !== 'answer') return undefined;
  const ends = terms.filter(
    (each) => each.official && 'fixed' in each.start && each.onLapse === 'remediable',
  );
  return running
    .filter(({ id, status }) => status !== 'met' && ends.some((each) => each.id === id))
    .toSorted((a, b) => a.term.instant.localeCompare(b.term.instant))[0];
}

/** A case that was closed so: why, and what was said of a sending. */
export function closedUnanswered(
  { term, decided, meets }: RunningTerm,
  acts: readonly FactOf<'milestone.recorded'>[],
): ClosedUnanswered | undefined {
  if (decided?.closes === undefined) return undefined;
  const declared = acts.findLast(
    (act) =>
      act.body.milestone === meets &&
      act.body.proof === undefined &&
      isWithin(term, act.legalDate, act.legalTime),
  );
  const because = `nessuna risposta entro la fine dell’avviso, ${inWords(term.end, { year: true })}`;
  return {
    fact: decided.closes,
    because,
    neverAnswered: declared === undefined ? {} : { declared: { fact: declared.id, on: declared.legalDate } },
  };
}

/** Its call is over and nobody has answered, also before the engine has looked. @param now epoch milliseconds */
export function isOverUnanswered({ closed, answerBy }: Answering, now: number): boolean {
  if (closed?.neverAnswered !== undefined) return true;
  const { date, time } = localAt(now);
  return answerBy !== undefined && !isWithin(answerBy.term, date, time);
}

/** A proof takes the place of what was only declared. */
export function inPlaceOfDeclared(fact: NewFact, { closed, answerBy }: Answering): NewFact {
  const declared = closed?.neverAnswered?.declared;
  if (declared === undefined || fact.corrects !== undefined || fact.type !== 'milestone.recorded')
    return fact;
  if (fact.body.milestone !== answerBy?.meets || fact.body.proof === undefined) return fact;
  return { ...fact, corrects: declared.fact };
}
