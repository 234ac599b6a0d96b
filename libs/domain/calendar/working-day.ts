import { isHoliday } from './holiday.js';
import { addDays, type LocalDate, weekday } from './local-date.js';

/**
 * Monday to Friday without holidays: how "giorni lavorativi" are counted. A patron day is one of them: it closes an
 * office and moves reminders, but no term (Cass. lav. 17079/2007).
 */
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
