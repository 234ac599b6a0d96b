import { holidayName } from '#domain/calendar/holiday.js';
import { daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords, inWords } from '#domain/calendar/words.js';
import { withArticle } from '#domain/italian/article.js';
import { inSentence, joined } from '#domain/italian/sentence.js';

/** "venerdì 26 marzo", with the year where it is not the reader's. */
export function day(date: LocalDate, now: LocalDate): string {
  return inWords(date, { beside: now });
}

/** Like `day`, but says "oggi" and "domani" with the date beside it: an e-mail is read hours later. */
export function nearDay(date: LocalDate, now: LocalDate): string {
  const away = daysBetween(now, date);
  const near = away === 0 ? 'oggi, ' : away === 1 ? 'domani, ' : '';
  return near + day(date, now);
}

/** "26 marzo", without the weekday. */
export function dayOfMonth(date: LocalDate, now: LocalDate): string {
  return dayOfMonthInWords(date, { beside: now });
}

/** "31 marzo" and "10" when both lie in one month, so that "(era il 10)" stays short. */
export function sameMonthDay(date: LocalDate, beside: LocalDate, now: LocalDate): string {
  const text = dayOfMonth(date, now);
  return date.slice(0, 7) === beside.slice(0, 7) ? (text.split(' ')[0] ?? text) : text;
}

/** ", a Pasqua" for an end that falls on a holiday with a name; nothing on plain days. */
export function onHoliday(date: LocalDate): string {
  const name = holidayName(date);
  if (name === undefined || name === 'domenica') return '';
  return name === 'Pasqua' || name === 'Natale' ? `, a ${name}` : ` (${name})`;
}

const FEMININE = [
  'nessuna',
  'una',
  'due',
  'tre',
  'quattro',
  'cinque',
  'sei',
  'sette',
  'otto',
  'nove',
  'dieci',
];

/** Small numbers as words, feminine as "cosa": una, due, tre. */
export function count(n: number): string {
  return FEMININE[n] ?? String(n);
}

/** "una cosa", "due cose" */
export function things(n: number): string {
  return n === 1 ? 'una cosa' : `${count(n)} cose`;
}

/** " la domanda firmata", ": schermate" where the ending does not tell the gender, ": domanda e schermate" of several. */
export function named(labels: readonly string[]): string {
  const words = labels.map(inSentence);
  const one = words.length === 1 ? withArticle(words[0] ?? '') : undefined;
  return one === undefined ? `: ${joined(words)}` : ` ${one}`;
}
