import { holidayName } from '#domain/calendar/holiday.js';
import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { type Count, lastDay, rolled, type Stop } from './count.js';
import { checkAmendment } from './problem.js';
import type { Amendment, Term, TermProblem, TermReading, TermReason, TermRule } from './rule.js';

/** How a rule is read: its first reading with its roll-over judges lateness; the strict ones never roll over. */
export interface Reading {
  start: LocalDate;
  count: Count;
  direction: TermRule['direction'];
  rollOver: boolean;
}

/** A term folded from its rule and its acts, before instant and safe end. */
export interface Folded extends Pick<
  Term,
  'end' | 'cutOff' | 'wholeDay' | 'history' | 'gaps' | 'suspended' | 'cap'
> {
  reasons: TermReason[];
  problems: TermProblem[];
  /** The acts that could be applied. */
  applied: Amendment[];
}

interface State extends Folded {
  reading: Reading;
  stops: Stop[];
  capOf?: string;
}

/** Folds the acts over the rule in the order given. With `check` off, acts already found good are applied as they are. */
export function fold(
  rule: TermRule,
  reading: Reading,
  amendments: readonly Amendment[],
  check: boolean,
): Folded {
  const state: State = {
    reading,
    stops: [],
    end: reading.start,
    cutOff: rule.cutOff,
    ...(rule.wholeDay === undefined ? {} : { wholeDay: true }),
    history: [],
    gaps: [],
    reasons: [],
    problems: [],
    applied: [],
    ...(rule.cap === undefined ? {} : { cap: rule.cap }),
    ...(rule.capOf === undefined ? {} : { capOf: rule.capOf }),
  };
  explainCount(state);
  settle(state);
  state.history.push({ end: state.end, cutOff: state.cutOff, by: 'rule' });
  for (const amendment of amendments) {
    const problem = check ? checkAmendment(state, amendment) : undefined;
    if (problem === undefined) amend(state, amendment);
    else state.problems.push(problem);
  }
  return state;
}

/** The count that a rule, or another reading of it, asks for. The rule must have passed `checkRule`. */
export function countOf(rule: TermRule, reading: TermReading = {}): Count {
  const { unit, amount = 0, date, saturdays, week } = { ...rule, ...reading };
  if (unit === 'workingDays') return { unit, amount, saturdays: saturdays ?? week === 'mondayToSaturday' };
  if (unit !== 'fixed') return { unit, amount };
  if (date === undefined) throw new RangeError('TERM-03: a fixed term has no date');
  return { unit, date };
}

function amend(state: State, amendment: Amendment): void {
  state.applied.push(amendment);
  const { end, cutOff } = state;
  const by = movesAs(amendment, state);
  if (amendment.kind === 'suspension') suspend(state, amendment);
  else setEnd(state, amendment);
  if (state.end === end && state.cutOff === cutOff) return;
  const { act, actDate, knownOn } = amendment;
  state.history.push({ end: state.end, cutOff: state.cutOff, by, act, actDate, knownOn });
}

/** The act's own date decides between an extension and a new window; a backward term has no window to reopen. */
function movesAs(
  { kind, actDate, knownOn, unsure }: Amendment,
  { end, reading }: Pick<State, 'end' | 'reading'>,
): Amendment['kind'] {
  if (kind === 'suspension' || reading.direction === 'backward') return kind;
  return (unsure === true ? knownOn : actDate) > end ? 'reopening' : 'extension';
}

function suspend(state: State, amendment: Amendment): void {
  const { act, from: since, days } = amendment;
  if (since === undefined) return;
  // Backward terms have no running clock; a suspension after the end stops nothing.
  if (state.reading.direction === 'backward' || since > state.end) {
    state.reasons.push({ code: 'suspensionWithoutEffect', since, act });
    return;
  }
  const until = amendment.to ?? (days === undefined ? undefined : addDays(since, days - 1));
  if (until === undefined) {
    state.suspended = { since, act };
    state.reasons.push({ code: 'suspensionRunning', since, act });
    return;
  }
  state.stops.push({ from: since, to: until });
  const { reading, stops } = state;
  const to = lastDay(reading.start, reading.count, reading.direction, stops);
  state.reasons.push({ code: 'suspended', since, until, to, act });
  settle(state);
}

/** The act names the end, so what was counted and suspended before it no longer matters; a running suspension still does. */
function setEnd(state: State, amendment: Amendment): void {
  const { act, newEnd, days = 0 } = amendment;
  const from = state.end;
  const to = newEnd ?? addDays(from, days);
  state.cap = amendment.newCap ?? state.cap;
  if (movesAs(amendment, state) === 'reopening') {
    const { unsure, keepsSent } = amendment;
    const opens = amendment.from ?? (unsure === true ? amendment.knownOn : amendment.actDate);
    state.reasons.push({ code: 'reopened', from, to, act, opens });
    if (opens > from) {
      const said = { ...(unsure ? { unsure } : {}), ...(keepsSent ? { keepsSent } : {}) };
      const whole = state.wholeDay === true ? { wholeDay: true as const } : {};
      state.gaps.push({ after: from, cutOff: state.cutOff, ...whole, before: opens, act, ...said });
    }
  } else {
    state.reasons.push({ code: 'extended', from, to, act });
  }
  const rollOver = newEnd === undefined && state.reading.rollOver;
  state.reading = { ...state.reading, count: { unit: 'fixed', date: to }, rollOver };
  state.stops = [];
  state.cutOff = amendment.newCutOff ?? state.cutOff;
  if (amendment.newCutOff !== undefined) delete state.wholeDay;
  settle(state);
}

/** The end from count, stops, roll-over and cap. */
function settle(state: State): void {
  const { reading, reasons } = state;
  const counted = lastDay(reading.start, reading.count, reading.direction, state.stops);
  const end = reading.rollOver ? rolled(counted, reading.direction, state.stops) : counted;
  const holiday = holidayName(counted);
  if (end !== counted) {
    const code = reading.direction === 'backward' ? 'anticipated' : 'rolledOver';
    reasons.push({ code, from: counted, to: end, holiday: holiday ?? 'sospensione' });
  } else if (holiday !== undefined) {
    reasons.push({ code: 'keptOnHoliday', on: end, holiday });
  }
  const capped = state.cap !== undefined && end > state.cap ? state.cap : end;
  if (capped !== end) {
    const of = state.capOf === undefined ? {} : { of: state.capOf };
    reasons.push({ code: 'capped', from: end, to: capped, ...of });
  }
  state.end = capped;
}

function explainCount({ reading, reasons }: State): void {
  const { start, count, direction } = reading;
  const to = lastDay(start, count, direction, []);
  if (count.unit === 'fixed') {
    reasons.push({ code: 'fixedDate', to });
    return;
  }
  const code = direction === 'backward' ? 'countedBack' : 'counted';
  reasons.push({ code, from: start, unit: count.unit, amount: count.amount, to });
  if (count.unit === 'months' && to.slice(8) !== start.slice(8)) reasons.push({ code: 'lastOfMonth', to });
}
