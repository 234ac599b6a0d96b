import { isHoliday } from '#domain/calendar/holiday.js';
import { addDays, addMonths, daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import { isWorkingDay } from '#domain/calendar/working-day.js';
import type { TermRule, TermUnit } from './rule.js';

/** Days on which the clock stands still, both included. */
export interface Stop {
  from: LocalDate;
  to: LocalDate;
}

/** What is counted: a number of units from the start, or a date that stands by itself. */
export type Count =
  | { unit: Exclude<TermUnit, 'fixed'>; amount: number; saturdays?: boolean }
  | { unit: 'fixed'; date: LocalDate };

/**
 * The last day of a count, before any roll-over. The start is not counted; the first day after a stop is, also where the
 * term started during the stop. Stops have no meaning for a count backward and are ignored there.
 */
export function lastDay(
  start: LocalDate,
  count: Count,
  direction: TermRule['direction'],
  stops: readonly Stop[],
): LocalDate {
  if (count.unit === 'fixed') return shifted(start, count.date, stops);
  const sign = direction === 'backward' ? -1 : 1;
  const used = sign < 0 ? [] : stops;
  switch (count.unit) {
    case 'days':
      return shifted(start, addDays(start, sign * count.amount), used);
    case 'months':
      return shifted(start, addMonths(start, sign * count.amount), used);
    case 'workingDays':
      return workingDay(start, sign * count.amount, used, count.saturdays ? isWeekday : isWorkingDay);
  }
}

/** Moves an end off days on which it cannot fall: holidays, and days of a stop (forward); backward it is anticipated. */
export function rolled(end: LocalDate, direction: TermRule['direction'], stops: readonly Stop[]): LocalDate {
  const step = direction === 'backward' ? -1 : 1;
  let day = end;
  while (isHoliday(day) || (step > 0 && stopped(day, stops))) day = addDays(day, step);
  return day;
}

/** Later by every stopped day between the start and the end, where each stop may make room for the next. */
function shifted(start: LocalDate, end: LocalDate, stops: readonly Stop[]): LocalDate {
  let last = end;
  let counted = addDays(start, 1);
  for (const stop of stops.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const first = stop.from > counted ? stop.from : counted;
    if (first > last || stop.to < first) continue;
    last = addDays(last, daysBetween(first, stop.to) + 1);
    // Overlapping stops stop the clock once.
    counted = addDays(stop.to, 1);
  }
  return last;
}

function workingDay(
  start: LocalDate,
  amount: number,
  stops: readonly Stop[],
  isCounted: (day: LocalDate) => boolean,
): LocalDate {
  const step = amount < 0 ? -1 : 1;
  let day = start;
  for (let left = Math.abs(amount); left > 0;) {
    day = addDays(day, step);
    if (isCounted(day) && !stopped(day, stops)) left -= 1;
  }
  return day;
}

/** Monday to Saturday without holidays, of which Sundays are. */
function isWeekday(day: LocalDate): boolean {
  return !isHoliday(day);
}

function stopped(day: LocalDate, stops: readonly Stop[]): boolean {
  return stops.some((stop) => stop.from <= day && day <= stop.to);
}
