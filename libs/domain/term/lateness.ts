import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Term } from './rule.js';

/**
 * Whether an act is late, and whether that is sure.
 * `dayOnly`: done on the last day at an unknown hour. `betweenWindows`: after an end and before the reopening.
 * `suspended`: after the old end, while the clock stands still. These three count as in time and want a person's look.
 */
export interface Lateness {
  late: boolean;
  certain: boolean;
  why: 'inTime' | 'afterEnd' | 'dayOnly' | 'betweenWindows' | 'suspended';
}

/**
 * Judges an act by its legal date and hour, both as clocks in Rome show them. Hours count to the second: at 23:59:00 an
 * act is within a term of 23:59, at 23:59:01 it is late (Cons. Stato 8546/2024); parts of a second are dropped and an
 * hour without seconds means :00. A term whose source names no hour has its whole last day, to 23:59:59.
 * An act known only by its date counts as done in time on the last day: the final day counts whole (art. 155 c.p.c.) and
 * nobody loses a right on a doubt; `certain` is false then, so that the office can ask for the hour.
 */
export function judge(term: Term, legalDate: LocalDate, legalTime?: string): Lateness {
  const gap = term.gaps.find(
    (each) =>
      compare(legalDate, legalTime, each.after, lastSecond(each)) === 'after' && legalDate < each.before,
  );
  if (gap?.keepsSent === true) return { late: false, certain: true, why: 'inTime' };
  if (gap !== undefined) return { late: false, certain: false, why: 'betweenWindows' };
  const place = compare(legalDate, legalTime, term.end, lastSecond(term));
  if (place === 'before') return { late: false, certain: true, why: 'inTime' };
  if (place === 'unknown') return { late: false, certain: false, why: 'dayOnly' };
  const stopped =
    term.suspended !== undefined &&
    (term.cap === undefined || compare(legalDate, legalTime, term.cap, lastSecond(term)) !== 'after');
  return stopped
    ? { late: false, certain: false, why: 'suspended' }
    : { late: true, certain: true, why: 'afterEnd' };
}

/** True for an act after the end in force, as `judge` says. */
export function isLate(term: Term, legalDate: LocalDate, legalTime?: string): boolean {
  return judge(term, legalDate, legalTime).late;
}

/** True for an act that is not late, as `judge` says. */
export function isWithin(term: Term, legalDate: LocalDate, legalTime?: string): boolean {
  return !isLate(term, legalDate, legalTime);
}

/** The last hour at which an act is within. */
function lastSecond({ cutOff, wholeDay }: Pick<Term, 'cutOff' | 'wholeDay'>): string {
  return wholeDay === true ? '23:59:59' : cutOff;
}

function compare(
  date: LocalDate,
  time: string | undefined,
  end: LocalDate,
  cutOff: string,
): 'before' | 'after' | 'unknown' {
  if (date !== end) return date < end ? 'before' : 'after';
  if (time === undefined) return 'unknown';
  return seconds(time) <= seconds(cutOff) ? 'before' : 'after';
}

/** `HH:MM:SS`, which sorts as text. */
function seconds(time: string): string {
  return time.length === 5 ? `${time}:00` : time.slice(0, 8);
}
