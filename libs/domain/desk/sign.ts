import { addWorkingDays } from '#domain/calendar/working-day.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { risksExclusion } from './attention.js';
import type { Glance, GlanceTerm } from './glance.js';

/**
 * Where an application stands at a glance: the sign of a cell, whose shape and word say the same. `atRisk`: it may be
 * excluded; `late`: the day to work by is past; `waiting`: others decide; `closed`: it came to nothing (withdrawn, refused, not taking part).
 */
export type Sign =
  'atRisk' | 'late' | 'today' | 'week' | 'onTime' | 'waiting' | 'done' | 'suspended' | 'closed';

/** Working days within which a date is "this week". */
const WEEK = 5;

/**
 * The sign of a case on a day. A date to work by comes before a clock that stands still: while the clarifications that
 * stopped it are to be answered in time, the case is not at rest.
 */
export function signOf(glance: Glance, today: LocalDate): Sign {
  if (glance.outcome !== 'running') return glance.outcome;
  // Whoever is waited for: no day to work by is left.
  if (risksExclusion(glance)) return 'atRisk';
  const workBy = urgentTerm(glance)?.safeEnd;
  if (workBy === undefined) {
    if (glance.suspended && glance.party !== 'union') return 'suspended';
    return glance.party === 'funder' ? 'waiting' : 'onTime';
  }
  if (workBy < today) return 'late';
  if (workBy === today) return 'today';
  return workBy <= lastOfWeek(today) ? 'week' : 'onTime';
}

/** The last day that is "this week". */
export function lastOfWeek(today: LocalDate): LocalDate {
  return addWorkingDays(today, WEEK);
}

/**
 * The term by which comune or union must act, the earliest day to work by first: one that runs, or one that passed and
 * whose omission may be put right. While the funder is waited for, what passed is not theirs to hasten.
 */
export function urgentTerm({ terms, party, asked }: Glance): GlanceTerm | undefined {
  // Also what waits for the office to look at it: it is late all the same.
  const asks = (term: GlanceTerm) => asked.some((each) => each.ours && each.interrupt === term.interrupt);
  const counts = (term: GlanceTerm) =>
    term.status === 'running' ||
    (term.status === 'lapsed' && term.official && term.remediable && party !== 'funder' && asks(term));
  return terms.filter((term) => term.ours && counts(term)).toSorted(byUrgency)[0];
}

/** The term whose dates a line shows: the urgent one, or one that only elapses. */
export function shownTerm(glance: Glance): GlanceTerm | undefined {
  return (
    urgentTerm(glance) ?? glance.terms.filter((each) => each.status === 'running').toSorted(byUrgency)[0]
  );
}

function byUrgency(a: GlanceTerm, b: GlanceTerm): number {
  return `${a.safeEnd} ${a.end} ${a.id}`.localeCompare(`${b.safeEnd} ${b.end} ${b.id}`);
}
