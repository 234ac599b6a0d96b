import {
  instantAt,
  instantOf,
  type InstantResult,
  isLocalDate,
  type LocalDate,
} from '#domain/calendar/local-date.js';
import { previousWorkingDay } from '#domain/calendar/working-day.js';
import { countOf, type Folded, fold } from './fold.js';
import { badDate, checkRule, skippedHour } from './problem.js';
import type { Amendment, Term, TermProblem, TermReason, TermRule } from './rule.js';

export { isLate, isWithin, judge } from './lateness.js';
export { checkActDates, checkAmendment, checkRule, movesNothing } from './problem.js';
export type * from './rule.js';
export { rollOverByDefault } from './rule.js';
export { termReasonInWords } from './words.js';

/** Days of other events, by name, for readings that run from them; what is not known yet is left out. */
export type OtherStarts = Readonly<Record<string, LocalDate>>;

/** Where a term stands that may not have started, or that people may have written wrongly. */
export type TermResult =
  | { state: 'notStarted'; starts: string }
  | { state: 'refused'; problems: TermProblem[] }
  | { state: 'running' | 'suspended'; term: Term };

/** Computes a term from input of people: what is wrong comes back as problems, and nothing is thrown. */
export function termOf(
  rule: TermRule,
  startDate: LocalDate | undefined,
  amendments: readonly Amendment[] = [],
  otherStarts: OtherStarts = {},
): TermResult {
  const wrong = checkRule(rule);
  if (startDate !== undefined && !isLocalDate(startDate)) wrong.push(badDate(startDate));
  if (wrong.length > 0) return { state: 'refused', problems: wrong };
  if (startDate === undefined) return { state: 'notStarted', starts: rule.starts };
  const term = computeTerm(rule, startDate, amendments, otherStarts);
  if (term.problems.length > 0) return { state: 'refused', problems: term.problems };
  return { state: term.suspended === undefined ? 'running' : 'suspended', term };
}

/**
 * Computes a term from a rule that passed `checkRule` and a day that exists. It always gives a term: an act that cannot
 * be applied leaves it as it was and is listed in `problems`, because events of the outside world are flagged, never
 * lost. Throws RangeError on a rule or a start that should have been refused before.
 */
export function computeTerm(
  rule: TermRule,
  startDate: LocalDate,
  amendments: readonly Amendment[] = [],
  otherStarts: OtherStarts = {},
): Term {
  const [wrong] = isLocalDate(startDate) ? checkRule(rule) : [badDate(startDate)];
  if (wrong !== undefined) throw new RangeError(`${wrong.code}: ${wrong.english}`);
  const { direction, rollOver } = rule;
  const legal = fold(rule, { start: startDate, count: countOf(rule), direction, rollOver }, amendments, true);
  const safe = safeEndOf(rule, startDate, legal, otherStarts);
  const instant = instantOf(legal.end, legal.cutOff, rule.zone);
  const reasons = [...legal.reasons, ...cutOffReasons(legal, instant), ...safe.reasons];
  if (direction === 'forward' && legal.end < startDate) {
    reasons.push({ code: 'endsBeforeStart', start: startDate, end: legal.end });
  }
  return {
    start: startDate,
    end: legal.end,
    cutOff: legal.cutOff,
    ...(legal.wholeDay === undefined ? {} : { wholeDay: legal.wholeDay }),
    instant: instant.ok ? instant.instant : instantAt(legal.end, legal.cutOff, rule.zone),
    safeEnd: safe.end,
    history: legal.history,
    gaps: legal.gaps,
    ...(legal.suspended === undefined ? {} : { suspended: legal.suspended }),
    ...(legal.cap === undefined ? {} : { cap: legal.cap }),
    reasons,
    problems: instant.ok ? legal.problems : [...legal.problems, skippedHour(legal.end, legal.cutOff)],
  };
}

/** The earliest end of all readings without roll-over, and the last working day not later than it. */
function safeEndOf(
  rule: TermRule,
  startDate: LocalDate,
  legal: Folded,
  otherStarts: OtherStarts,
): { end: LocalDate; reasons: TermReason[] } {
  const { direction } = rule;
  const strict = (start: LocalDate, count = countOf(rule)) =>
    fold(rule, { start, count, direction, rollOver: false }, legal.applied, false).end;
  const own = strict(startDate);
  // A backward term may have been anticipated: then the legal end is the stricter one.
  let earliest = own < legal.end ? own : legal.end;
  const reasons: TermReason[] = [];
  for (const reading of rule.readings ?? []) {
    const start = reading.starts === undefined ? startDate : otherStarts[reading.starts];
    if (start === undefined) continue;
    const strictEnd = strict(start, countOf(rule, reading));
    if (strictEnd >= earliest) continue;
    earliest = strictEnd;
    const { unit, amount } = { ...rule, ...reading };
    const { saturdays } = reading;
    reasons.push({
      code: 'otherReading',
      strictEnd,
      unit,
      ...(amount === undefined ? {} : { amount }),
      ...(saturdays === undefined ? {} : { saturdays }),
    });
  }
  const end = previousWorkingDay(earliest);
  return { end, reasons: [...reasons, { code: 'safeEnd', strictEnd: earliest, to: end }] };
}

function cutOffReasons({ cutOff: at, wholeDay }: Folded, instant: InstantResult): TermReason[] {
  if (wholeDay === true) return [{ code: 'wholeDay' }];
  const reasons: TermReason[] = [{ code: 'cutOff', at }];
  return instant.ok && instant.doubled ? [...reasons, { code: 'doubledHour', at }] : reasons;
}
