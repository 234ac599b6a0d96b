import { unitsInWords } from '#domain/term/rule-words.js';
import { phrases } from './content/phrases.js';
import { type Case, nextEnd } from '#domain/application/case/case.js';
import type { RunningTerm } from '#domain/application/case/running-term.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { latestOf } from '#domain/money/ledger.js';
import type { Cents } from '#domain/money/money.js';
import { innerDay } from '#domain/reminder/counted-day.js';
import { countsToInnerDate, INNER_WORKING_DAYS } from '#domain/reminder/policy.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import type { Dates } from './mail-items.js';

/** The date to work by, and the official end where there is one. An approval has a date to work by only. */
export function datesOf(
  term: RunningTerm | undefined,
  message: LetterItem['message'],
  now: LocalDate,
): Dates {
  // An act that moves the end of a call moves the date to work by with it, whatever step comes next.
  const byInner = countsToInnerDate(message.step ?? '') || message.kind === 'termMoved';
  const inner = byInner ? innerDate(term, now) : undefined;
  const workBy = inner ?? term?.term.safeEnd ?? message.term?.safeEnd ?? turnEnd(message);
  if (workBy === undefined) throw new Error('a message about a term names it');
  if (term === undefined || !term.official) return { workBy };
  return { workBy, end: term.term.end, cutOff: term.term.cutOff };
}

/** The day by which the office telephones about a go-ahead. */
function turnEnd({ body }: LetterItem['message']): LocalDate | undefined {
  return 'workBy' in body ? body.workBy : undefined;
}

/** The inner date of the end of a call, while it is ahead. */
function innerDate(term: RunningTerm | undefined, now: LocalDate): LocalDate | undefined {
  if (term?.reminders !== 'C') return undefined;
  const inner = innerDay(term.term.safeEnd);
  return inner < now ? undefined : inner;
}

/** What the inner date leaves room for: "dieci giorni lavorativi per firma e invio ufficiale". */
export function roomOf(term: RunningTerm | undefined, { workBy }: Dates, { stage }: Case): { room?: string } {
  if (term?.reminders !== 'C' || workBy >= term.term.safeEnd) return {};
  return { room: phrases.room(INNER_WORKING_DAYS, stage.actors.includes('legalRepresentative')) };
}

/** By when a paper that was sent back is wanted: the nearest date to work by that is still ahead. */
export function wantedBy(theCase: Case, now: LocalDate): { workBy?: LocalDate } {
  const term = nextEnd(theCase.terms);
  const dates = [
    innerDate(term, now),
    term?.term.safeEnd,
    term?.official === true ? term.term.end : undefined,
  ];
  const workBy = dates.find((date) => date !== undefined && date >= now);
  return workBy === undefined ? {} : { workBy };
}

/** "5 giorni", "20 giorni lavorativi"; nothing once an act, a suspension or a cap has moved the end. */
export function lengthOf(
  term: RunningTerm | undefined,
  { terms, interrupts }: CallDefinition,
): { length?: string } {
  if (term === undefined || !term.official) return {};
  const { history, cap, end } = term.term;
  if (history.length > 1 || cap === end || term.round > 1) return {};
  const all = [...terms, ...interrupts.flatMap((each) => each.term ?? [])];
  const rule = all.find((each) => each.id === term.id)?.rule;
  if (rule?.amount === undefined || rule.unit === 'fixed') return {};
  return { length: unitsInWords(rule.unit, rule.amount) };
}

/** The PEC that started a term of few days. */
export function noticeOf(term: RunningTerm | undefined): { notice?: { date: LocalDate; time?: string } } {
  if (term?.reminders !== 'A' && term?.reminders !== 'B') return {};
  const { date, time } = term.started;
  return { notice: { date, ...(time === undefined ? {} : { time: time.slice(0, 5) }) } };
}

export function moveOf(term: RunningTerm | undefined): 'extension' | 'reopening' | 'suspension' {
  const by = term?.term.history.at(-1)?.by;
  return by === 'reopening' || by === 'suspension' ? by : 'extension';
}

/** The end of the call goes without a name: "SEND prorogato al 6 dicembre". */
export function termName(term: RunningTerm | undefined, { terms }: CallDefinition): { term?: string } {
  const start = terms.find((each) => each.id === term?.id)?.start;
  return term === undefined || (start !== undefined && 'fixed' in start) ? {} : { term: term.label };
}

/** What is at stake, and what kind of money it is: asked for, admitted, or written in a decree. */
export function moneyOf(theCase: Case): { amountCents: Cents; amountWord?: string } {
  const decreed = latestOf(theCase.ledger, 'granted');
  if (decreed !== undefined) return { amountCents: decreed, amountWord: 'decretati' };
  const { amountCents } = theCase.application;
  const admitted =
    theCase.stage.party === 'comune' &&
    theCase.path.some((step) => step.stage.party === 'funder' && step.left !== undefined);
  return { amountCents, ...(admitted ? { amountWord: 'ammessi' } : {}) };
}

/** Until this hour an answer still helps on the last day of work, when it is not the official last hour. */
const LAST_HELPFUL_HOUR = '16:00';

/** Hour of today by which somebody must decide; only on the day people work by. */
export function answerByOf(dates: Dates, now: LocalDate): { answerBy?: string } {
  if (dates.workBy !== now) return {};
  const closes = dates.end === now ? dates.cutOff : undefined;
  return { answerBy: closes !== undefined && closes < LAST_HELPFUL_HOUR ? closes : LAST_HELPFUL_HOUR };
}
