import type { LocalDate } from '#domain/calendar/local-date.js';
import {
  atHour,
  type DateWish,
  dayOfMonthInWords,
  hourOf,
  inWords,
  momentInWords as moment,
  monthInWords as month,
  yearDayInWords as yearDay,
} from '#domain/calendar/words.js';
import { from, theDay, to } from '#domain/italian/article.js';
import { words } from '../words/index.js';

// The words of dates are the domain's; here they take what the API says, in the language of the pages.
const { language } = words.dates;

/**
 * "venerdì 26 marzo", with the year where it is not `today`'s.
 *
 * @param day `YYYY-MM-DD`
 * @param today the product's day, not the browser's: a demo's clock stands elsewhere.
 */
export function dayInWords(day: string, today?: string): string {
  return inWords(day as LocalDate, wish(today));
}

/** "oggi", "domani", or the day in words. */
export function nearDay(day: string, today: string): string {
  const { today: now, tomorrow, yesterday } = words.dates;
  const apart = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  if (apart === 0) return now;
  if (apart === 1) return tomorrow;
  if (apart === -1) return yesterday;
  return dayInWords(day, today);
}

/** "9:05" and not "09:05:00": as people say it. */
export const hour = hourOf;

/** "alle 9:05", "alle 9", "all'1:30" */
export { atHour };

/** "venerdì 26 marzo, ore 8:05" of `2027-03-26T08:05:00` as the product's clock in Rome said it. */
export function momentInWords(text: string, today?: string): string {
  const [date = '', time] = text.split('T');
  return moment({ date: date as LocalDate, ...(time === undefined ? {} : { time }) }, wish(today));
}

/** Day and time in Rome of an instant: `2027-03-26T08:05`. */
export function inRome(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Rome',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instant));
  return parts.replace(' ', 'T');
}

const ARTICLES = { il: (day: string) => day, dal: from, al: to } as const;

/** "dal 13 giugno 2022", "all’8 marzo", "il 1° maggio": without the weekday, with the year where it is not `today`'s. */
export function withArticle(article: keyof typeof ARTICLES, day: string, today?: string): string {
  const beside = today === undefined ? { year: true } : {};
  const said = dayOfMonthInWords(day as LocalDate, { ...wish(today), ...beside });
  return ARTICLES[article](theDay(said)).replace("'", '’');
}

/** "maggio 2027" */
export function monthInWords(day: string): string {
  return month(day as LocalDate, language);
}

/** "6 dicembre" of `12-06`, a day of every year. */
export function yearDayInWords(day: string): string {
  return yearDay(day, language);
}

/** A day some days later or earlier, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "26/03/2027", for headings of what is printed and names of files. */
export function slashed(day: string): string {
  return day.split('-').toReversed().join('/');
}

function wish(today: string | undefined): DateWish {
  return { language, ...(today === undefined ? {} : { beside: today as LocalDate }) };
}
