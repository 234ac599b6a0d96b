import { isHoliday } from './holiday.js';
import { addDays, type LocalDate, weekday } from './local-date.js';

/** Month and day, `12-06`: the patron day of a comune. */
export type MonthDay = `${number}-${number}`;

/** Monday to Friday without holidays: how "giorni lavorativi" are counted. A patron day is a working day. */
export function isWorkingDay(date: LocalDate): boolean {
  const known = answered.get(date);
  if (known !== undefined) return known;
  const answer = weekday(date) <= 5 && !isHoliday(date);
  if (answered.size >= MOST_ANSWERS) answered.clear();
  answered.set(date, answer);
  return answer;
}

// Every decision walks over the same few years, day by day; what a day is never changes. Bounded, as dates come from outside.
const MOST_ANSWERS = 20_000;
const answered = new Map<LocalDate, boolean>();

/** The working day `count` working days after the date (before it when negative), the date itself not counted; 0 gives the date. */
export function addWorkingDays(date: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** The last working day not later than the date: the date itself where it is one. */
export function previousWorkingDay(date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The first working day after the date, never the date itself. */
export function nextWorkingDay(date: LocalDate): LocalDate {
  return addWorkingDays(date, 1);
}

/**
 * True where an office cannot be expected to read a reminder: Saturday, Sunday, holiday or the patron day of the comune.
 * A patron day closes the office and moves reminders; it moves no term (Cass. lav. 17079/2007).
 */
export function isReminderClosed(date: LocalDate, patronDays: readonly MonthDay[] = []): boolean {
  return !isWorkingDay(date) || patronDays.some((day) => date.endsWith(`-${day}`));
}

/** The last day not later than the date on which a reminder may go: reminders move before, never after. */
export function previousReminderDay(date: LocalDate, patronDays: readonly MonthDay[] = []): LocalDate {
  let day = date;
  while (isReminderClosed(day, patronDays)) day = addDays(day, -1);
  return day;
}
