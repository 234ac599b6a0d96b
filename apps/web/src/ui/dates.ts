import { words } from '../words/index.js';

const { weekdays, months } = words.dates;

/**
 * "venerdì 26 marzo", with the year where it is not `today`'s.
 *
 * @param day `YYYY-MM-DD`
 * @param today the product's day, not the browser's: a demo's clock stands elsewhere.
 */
export function dayInWords(day: string, today?: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()];
  const words = `${weekday} ${date === 1 ? '1°' : date} ${months[month - 1]}`;
  return today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? `${words} ${year}` : words;
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
export function hour(time: string): string {
  return time.slice(0, 5).replace(/^0/, '');
}

/** "venerdì 26 marzo, ore 8:05" of `2027-03-26T08:05:00` as the product's clock in Rome said it. */
export function momentInWords(moment: string, today?: string): string {
  const [day = '', time] = moment.split('T');
  const words = dayInWords(day, today);
  return time === undefined ? words : `${words}, ore ${hour(time)}`;
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

const PREPOSITIONS = { il: ['il ', 'l’'], dal: ['dal ', 'dall’'], al: ['al ', 'all’'] } as const;

/** "dal 13 giugno 2022", "all’8 marzo", "il 1° maggio": without the weekday, with the year where it is not `today`'s. */
export function withArticle(article: keyof typeof PREPOSITIONS, day: string, today?: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const elided = date === 8 || date === 11;
  const said = `${PREPOSITIONS[article][elided ? 1 : 0]}${date === 1 ? '1°' : date} ${months[month - 1]}`;
  return today !== undefined && today.slice(0, 4) === day.slice(0, 4) ? said : `${said} ${year}`;
}

/** "maggio 2027" */
export function monthInWords(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return `${months[month - 1]} ${year}`;
}

/** "6 dicembre" of `12-06`, a day of every year. */
export function yearDayInWords(day: string): string {
  const [month = 1, date = 1] = day.split('-').map(Number);
  return `${date === 1 ? '1°' : date} ${months[month - 1]}`;
}

/** A day some days later or earlier, as `YYYY-MM-DD`. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "26/03/2027", for headings of what is printed and names of files. */
export function slashed(day: string): string {
  return day.split('-').toReversed().join('/');
}
