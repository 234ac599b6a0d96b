import { dayNumber } from './day-number.js';
import type { LocalDate } from './local-date.js';

/** Italian for pages and mail, English for the command. */
export type Language = 'it' | 'en';

/** `beside`: with the year where it is not the year of that day. */
export interface DateWish {
  language?: Language;
  year?: boolean;
  beside?: LocalDate;
}

// Spelled from the lists here and not by the machine's locale data, so that text is the same everywhere.
const WEEKDAYS = {
  it: ['lunedì', 'martedì', 'mercoledì', 'giovedì', 'venerdì', 'sabato', 'domenica'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};
const MONTHS = {
  it: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre'.split(
    ' ',
  ),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** "martedì 23 marzo", "giovedì 1° agosto 2024"; in English "Tuesday 23 March". */
export function inWords(date: LocalDate, wish: DateWish = {}): string {
  // 1 January 1970 was a Thursday.
  const weekday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return `${WEEKDAYS[wish.language ?? 'it'][weekday]} ${dayOfMonthInWords(date, wish)}`;
}

/** "23 marzo", "1° gennaio 2022": without the day of the week. */
export function dayOfMonthInWords(date: LocalDate, wish: DateWish = {}): string {
  const words = yearDayInWords(date.slice(5), wish.language);
  const otherYear = wish.beside !== undefined && yearOf(date) !== yearOf(wish.beside);
  return wish.year === true || otherYear ? `${words} ${yearOf(date)}` : words;
}

/** "6 dicembre" of `12-06`, a day of every year. */
export function yearDayInWords(yearDay: string, language: Language = 'it'): string {
  const [month = 1, day = 1] = yearDay.split('-').map(Number);
  return `${language === 'it' && day === 1 ? '1°' : day} ${MONTHS[language][month - 1]}`;
}

/** "maggio 2027" */
export function monthInWords(date: LocalDate, language: Language = 'it'): string {
  return `${MONTHS[language][Number(date.slice(5, 7)) - 1]} ${yearOf(date)}`;
}

/** "9:30" and not "09:30": as people say it. */
export function hourOf(time: string): string {
  return time.slice(0, 5).replace(/^0/, '');
}

/** "martedì 23 marzo, ore 11:02"; the day alone where no hour is known. */
export function momentInWords(
  { date, time }: { date: LocalDate; time?: string },
  wish: DateWish = {},
): string {
  return `${inWords(date, wish)}${time === undefined ? '' : `, ore ${hourOf(time)}`}`;
}

/** "alle 23:59", "alle 14", "all'1:30" */
export function atHour(time: string): string {
  const text = hourOf(time).replace(/:00$/, '');
  return /^1(?!\d)/.test(text) ? `all'${text}` : `alle ${text}`;
}

function yearOf(date: LocalDate): string {
  return date.slice(0, 4);
}
