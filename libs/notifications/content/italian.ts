import { daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import { holidayName } from '#domain/calendar/holiday.js';
import { withArticle } from '#domain/call/article.js';
import { dayOfMonthInWords, inWords } from '#domain/calendar/words.js';

/** "venerdì 26 marzo", with the year where it is not the reader's. */
export function day(date: LocalDate, now: LocalDate): string {
  return inWords(date, { year: isOtherYear(date, now) });
}

function isOtherYear(date: LocalDate, now: LocalDate): boolean {
  return date.slice(0, 4) !== now.slice(0, 4);
}

/** Like `day`, but says "oggi" and "domani" with the date beside it: an e-mail is read hours later. */
export function nearDay(date: LocalDate, now: LocalDate): string {
  const away = daysBetween(now, date);
  const near = away === 0 ? 'oggi, ' : away === 1 ? 'domani, ' : '';
  return near + day(date, now);
}

/** "26 marzo", without the weekday. */
export function dayOfMonth(date: LocalDate, now: LocalDate): string {
  return dayOfMonthInWords(date, { year: isOtherYear(date, now) });
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

/** The article that "il 26 marzo" asks for: l'8, l'11, il for all other days. */
export function il(text: string): string {
  return /^(8|11)(\D|$)/.test(text) ? `l'${text}` : `il ${text}`;
}

/** "al 31 marzo", "all'8 aprile". */
export function al(text: string): string {
  return /^(8|11)(\D|$)/.test(text) ? `all'${text}` : `al ${text}`;
}

/** "del 31 marzo", "dell'8 aprile". */
export function del(text: string): string {
  return /^(8|11)(\D|$)/.test(text) ? `dell'${text}` : `del ${text}`;
}

/** "dal 31 marzo", "dall'8 aprile". */
export function dal(text: string): string {
  return /^(8|11)(\D|$)/.test(text) ? `dall'${text}` : `dal ${text}`;
}

/** "alle 23:59", "all'1:30". */
export function atHour(time: string): string {
  const [hour = '0', minute = '00'] = time.split(':');
  const text = minute === '00' ? String(Number(hour)) : `${Number(hour)}:${minute}`;
  return Number(hour) === 1 ? `all'${text}` : `alle ${text}`;
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

/** "a, b e c" */
export function joined(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  const last = words.at(-1) ?? '';
  return `${words.slice(0, -1).join(', ')} ${last.startsWith('e') ? 'ed' : 'e'} ${last}`;
}

/** A label inside a sentence: "determina di affidamento", but "CUP" and "PEC" as they are. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** " la domanda firmata", ": schermate" where the ending does not tell the gender, ": domanda e schermate" of several. */
export function named(labels: readonly string[]): string {
  const words = labels.map(inSentence);
  const one = words.length === 1 ? withArticle(words[0] ?? '') : undefined;
  return one === undefined ? `: ${joined(words)}` : ` ${one}`;
}

/** The beginning of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ARTICLES: Record<string, string> = {
  decreto: 'il ',
  provvedimento: 'il ',
  comunicato: 'il ',
  avviso: "l'",
  atto: "l'",
  ordinanza: "l'",
  determina: 'la ',
  determinazione: 'la ',
  delibera: 'la ',
  nota: 'la ',
  comunicazione: 'la ',
  pec: 'la ',
};

/** An act as people quote it, with its article: "il decreto n. 137/2024"; "l'atto «…»" when the word is unknown. */
export function act(quoted: string): string {
  const [word = '', ...rest] = quoted.split(' ');
  const article = ARTICLES[word.toLowerCase()];
  if (article === undefined) return `l'atto «${quoted}»`;
  return `${article}${word === 'PEC' ? word : word.toLowerCase()} ${rest.join(' ')}`.trim();
}
