import { type LocalDate, weekday } from './local-date.js';

/** Italian for pages and mail, English for the command. */
export type Language = 'it' | 'en';

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

/**
 * A date as people say it: "martedì 23 marzo", "giovedì 1° agosto", with the year on request; in English
 * "Tuesday 23 March".
 * Spelled from the lists here and not by the machine's locale data, so that text is the same everywhere.
 */
export function inWords(date: LocalDate, wish: { language?: Language; year?: boolean } = {}): string {
  const language = wish.language ?? 'it';
  const [year, month, day] = date.split('-').map(Number);
  const ordinal = language === 'it' && day === 1 ? '1°' : day;
  const words = `${WEEKDAYS[language][weekday(date) - 1]} ${ordinal} ${MONTHS[language][(month ?? 1) - 1]}`;
  return wish.year ? `${words} ${year}` : words;
}

/** "23 marzo", "1° gennaio 2022": without the day of the week. */
export function dayOfMonthInWords(date: LocalDate, wish: { year?: boolean } = {}): string {
  return inWords(date, wish).replace(/^\S+ /, '');
}
