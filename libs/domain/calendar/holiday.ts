import { addDays, type LocalDate, weekday } from './local-date.js';

/** A holiday of the Italian Republic with the years in which it is one; `until` is the last such year. */
export interface Holiday {
  /** Month and day, or days after Easter Sunday. */
  on: `${number}-${number}` | { afterEaster: number };
  name: string;
  since: number;
  until?: number;
  source: string;
}

const LAW = 'L. 260/1949, art. 2';

/**
 * Holidays of art. 2 of L. 260/1949 as amended, as far as years from 1986 on need them. Sundays are holidays by art. 1 and not listed.
 * Patron saints are absent on purpose: that law knows only Peter and Paul in Rome (Cass. lav. 17079/2007).
 */
export const HOLIDAYS: readonly Holiday[] = [
  { on: '01-01', name: 'Capodanno', since: 1949, source: LAW },
  { on: '01-06', name: 'Epifania', since: 1986, source: 'D.P.R. 792/1985' },
  { on: { afterEaster: 0 }, name: 'Pasqua', since: 1949, source: 'L. 260/1949, art. 1 (domenica)' },
  { on: { afterEaster: 1 }, name: "Lunedì dell'Angelo", since: 1949, source: LAW },
  {
    on: '03-17',
    name: "150° anniversario dell'Unità d'Italia",
    since: 2011,
    until: 2011,
    source: 'D.L. 5/2011',
  },
  { on: '04-25', name: 'Festa della Liberazione', since: 1949, source: LAW },
  { on: '05-01', name: 'Festa del Lavoro', since: 1949, source: LAW },
  // From 1977 to 2000 it was kept on the first Sunday of June, a holiday anyway.
  { on: '06-02', name: 'Festa della Repubblica', since: 2001, source: 'L. 336/2000' },
  { on: '08-15', name: 'Assunzione', since: 1949, source: LAW },
  { on: '10-04', name: "San Francesco d'Assisi", since: 2026, source: 'L. 151/2025, art. 1' },
  { on: '11-01', name: 'Ognissanti', since: 1949, source: LAW },
  { on: '12-08', name: 'Immacolata Concezione', since: 1949, source: LAW },
  { on: '12-25', name: 'Natale', since: 1949, source: LAW },
  { on: '12-26', name: 'Santo Stefano', since: 1949, source: LAW },
];

/** Sundays and the holidays in force in that year: what moves an end that falls on it (art. 2963 c.c.). */
export function isHoliday(date: LocalDate): boolean {
  return weekday(date) === 7 || holidayOn(date) !== undefined;
}

/** Italian name of what makes a date a holiday, "domenica" for a plain Sunday; undefined on other days. */
export function holidayName(date: LocalDate): string | undefined {
  return holidayOn(date)?.name ?? (weekday(date) === 7 ? 'domenica' : undefined);
}

/** Easter Sunday of a Gregorian year, by the method of Meeus, Jones and Butcher. */
export function easterOf(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const lunar = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - lunar + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * correction + 114;
  return `${year}-${two(Math.floor(count / 31))}-${two((count % 31) + 1)}` as LocalDate;
}

function holidayOn(date: LocalDate): Holiday | undefined {
  return holidaysOf(Number(date.slice(0, 4))).get(date);
}

// The same few years are asked for thousands of times; what they answer never changes.
const known = new Map<number, ReadonlyMap<string, Holiday>>();

function holidaysOf(year: number): ReadonlyMap<string, Holiday> {
  const cached = known.get(year);
  if (cached !== undefined) return cached;
  const inForce = HOLIDAYS.filter((each) => each.since <= year && year <= (each.until ?? year));
  // Written last to first: where two fall on one day (25 April at Easter) the name of the first one stays.
  const computed = new Map(inForce.toReversed().map((each) => [dateOf(each, year), each] as const));
  known.set(year, computed);
  return computed;
}

function dateOf(holiday: Holiday, year: number): LocalDate {
  return typeof holiday.on === 'string'
    ? (`${year}-${holiday.on}` as LocalDate)
    : addDays(easterOf(year), holiday.on.afterEaster);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
