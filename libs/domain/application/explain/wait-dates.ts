import { inWords } from '#domain/calendar/words.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Moment } from '#domain/fact/fact.js';

/** "martedì 23 marzo, ore 11:02"; with its year on request. */
export function momentIn({ date, time }: Moment, wish: { year?: boolean } = {}): string {
  return `${inWords(date, wish)}${time === undefined ? '' : `, ore ${hourOf(time)}`}`;
}

/** A day with its year, where that is not the year in which the wait began. */
export function dayIn(day: LocalDate, since: Moment): string {
  return inWords(day, { year: yearOf(day) !== yearOf(since.date) });
}

export function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}

/** "9:30" and not "09:30": as people say it. */
export function hourOf(time: string): string {
  return time.slice(0, 5).replace(/^0/, '');
}
