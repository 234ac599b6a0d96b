import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { isWorkingDay } from '#domain/calendar/working-day.js';

/** A day and an HH:MM of the clock in Europe/Rome. */
export interface WallMoment {
  date: LocalDate;
  time: string;
}

/** Reminders go from Monday to Friday between these hours; what saves a peremptory term may go any day, 7 to 21. */
export const OFFICE_HOURS = { from: '08:00', to: '18:00' } as const;
const URGENT_HOURS = { from: '07:00', to: '21:00' } as const;
/** Hours of the last day of a peremptory term. */
const LAST_DAY_HOURS = ['08:00', '12:00', '16:00'] as const;

type IsClosed = (date: LocalDate) => boolean;

/** The first moment at which people may be written to: now, or the next opening hour. */
export function atOnce(now: WallMoment, isClosed: IsClosed, urgent: boolean): WallMoment {
  const open = (date: LocalDate) => isWorkingDay(date) && !isClosed(date);
  if (open(now.date) && now.time >= OFFICE_HOURS.from && now.time < OFFICE_HOURS.to) return now;
  if (urgent) {
    if (now.time >= URGENT_HOURS.from && now.time < URGENT_HOURS.to) return now;
    const date = now.time < URGENT_HOURS.from ? now.date : addDays(now.date, 1);
    return { date, time: URGENT_HOURS.from };
  }
  let date = now.time < OFFICE_HOURS.from ? now.date : addDays(now.date, 1);
  while (!open(date)) date = addDays(date, 1);
  return { date, time: OFFICE_HOURS.from };
}

/** The next of 8, 12 and 16 on an open day, more than an hour after `base` and not after `last`. */
export function nextHourAfter(base: WallMoment, isClosed: IsClosed, last: LocalDate): WallMoment | undefined {
  for (let date = base.date; date <= last; date = addDays(date, 1)) {
    if (!isWorkingDay(date) || isClosed(date)) continue;
    const hours: readonly string[] = date === last ? LAST_DAY_HOURS : ['08:00'];
    const time = hours.find(
      (hour) => date > base.date || (hour > base.time && !withinAnHourOf(base, { date, time: hour })),
    );
    if (time !== undefined) return { date, time };
  }
  return undefined;
}

/** True when `at` lies on the same day, before `base` or at most an hour after it. */
export function withinAnHourOf(base: WallMoment, at: WallMoment): boolean {
  return at.date === base.date && minutesOf(at.time) - minutesOf(base.time) <= 60;
}

/** Of the day, until an HH:MM. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
