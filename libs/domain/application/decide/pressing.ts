import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { addWorkingDays } from '#domain/calendar/working-day.js';
import type { Thing } from '#domain/fact/asked-of.js';
import type { Case } from '../case/case.js';
import { isThing } from '../case/requirement-state.js';
import type { RunningTerm } from '../case/running-term.js';
import { missingFor } from '../case/worked-on.js';
import { isUnlooked, judgedBy } from './unlooked.js';

/** Working days before a peremptory end in which whoever's turn it becomes hears of it alone, and not with a digest. */
const PRESSES_WITHIN = 10;

/**
 * The day to work by of the peremptory term that presses for a thing: whose turn it becomes is told at the next hour at
 * which that person may be written to (issue 11 I).
 * @param now milliseconds since the epoch
 */
export function pressesFor(thing: Thing, theCase: Case, now: number): { presses?: LocalDate } {
  return soonest(pressing(thing, theCase, now));
}

/** The same where the turn passes to the office: what the term waits for lies here, and this is of it. */
export function pressesOffice(thing: Thing, theCase: Case, now: number): { presses?: LocalDate } {
  return soonest(
    pressing(thing, theCase, now).filter(
      (term) => isUnlooked(term, theCase) && isJudged(thing, term, theCase),
    ),
  );
}

/** The same of somebody who answered a reminder of a term: the day to work by, where that term presses. */
export function pressesTerm(
  { term, round }: { term?: string; round?: number },
  theCase: Case,
  now: number,
): { presses?: LocalDate } {
  return soonest(
    near(theCase, now).filter((each) => each.id === term && each.round === (round ?? each.round)),
  );
}

function isJudged(thing: Thing, term: RunningTerm, theCase: Case): boolean {
  return judgedBy(term, theCase).some((missing) => isThing(missing, thing));
}

function pressing(thing: Thing, theCase: Case, now: number): RunningTerm[] {
  return near(theCase, now).filter((each) =>
    missingFor(theCase, each).some((missing) => isThing(missing, thing)),
  );
}

function near(theCase: Case, now: number): RunningTerm[] {
  const today = localAt(now).date;
  const last = addWorkingDays(today, PRESSES_WITHIN);
  return theCase.terms.filter(
    (each) =>
      each.peremptory && each.status === 'running' && each.term.end >= today && each.term.safeEnd <= last,
  );
}

function soonest(terms: readonly RunningTerm[]): { presses?: LocalDate } {
  const [presses] = terms.map(({ term }) => term.safeEnd).toSorted();
  return presses === undefined ? {} : { presses };
}
