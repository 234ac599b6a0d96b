import { Temporal } from 'temporal-polyfill/implementation';
import { dateOfDay, dayNumber } from './day-number.js';

/** A civil date, `2026-09-29`. A plain string, so that facts and JSON carry it as it is; it sorts as text. */
export type LocalDate = `${number}-${number}-${number}`;

/** A civil time, `23:59` or `23:59:00`. Without seconds it means :00 (Cons. Stato 8546/2024). */
export type LocalTime = `${number}:${number}` | `${number}:${number}:${number}`;

/** An instant in UTC with whole seconds, `2026-10-05T21:59:00Z`. */
export type UtcInstant = `${string}Z`;

/** The one time zone in which dates and hours of the public administration are read. */
export type Zone = 'Europe/Rome';

/** Date and hour, with seconds, as a clock on the wall shows them. */
export interface LocalMoment {
  date: LocalDate;
  time: `${number}:${number}:${number}`;
}

/**
 * What a civil date and hour are as an instant.
 * `doubled`: the hour happens twice that night, and the earlier instant was taken.
 * `TIME-01`: the date or hour does not exist in the calendar. `TIME-02`: daylight saving skips this hour.
 */
export type InstantResult =
  | { ok: true; instant: UtcInstant; doubled: boolean }
  | { ok: false; code: 'TIME-01' | 'TIME-02'; message: string };

/** There was no year 0. */
const DATE_FORM = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const TIME_FORM = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** True for `YYYY-MM-DD` that the calendar has; 30 February is not one. */
export function isLocalDate(text: string): text is LocalDate {
  // A day that the month lacks counts on into the next month, so it does not come back as itself.
  return DATE_FORM.test(text) && Number(text.slice(5, 7)) <= 12 && dateOfDay(dayNumber(text)) === text;
}

/** True for `HH:MM` or `HH:MM:SS` from 00:00 to 23:59:59; 24:00 is not one: write 00:00 of the day after. */
export function isLocalTime(text: string): text is LocalTime {
  return TIME_FORM.test(text);
}

/** The date `days` later, or earlier when negative. Counts civil dates, never spans of 24 hours. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days) as LocalDate;
}

/** The same day `months` later, or earlier when negative; a day that the month lacks becomes its last (art. 2963 c.c.). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return textOf(Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }));
}

/** Days from one date to another; negative when `to` comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: LocalDate): number {
  // 1 January 1970 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's week. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekday(date));
}

/**
 * The instant of a civil date and hour.
 * A skipped hour is refused: nothing can happen or end in it, so it is a mistake of who wrote it.
 * Of a doubled hour the earlier instant is taken: a cut-off is over when clocks show it for the first time, so nobody
 * who works by it can be late; and an act declared at such an hour gets the same reading, so both compare as written.
 */
export function instantOf(date: string, time: string, zone: Zone = 'Europe/Rome'): InstantResult {
  if (!isLocalDate(date) || !isLocalTime(time)) {
    return {
      ok: false,
      code: 'TIME-01',
      message: `La data o l'ora «${date} ${time}» non esiste: controllala.`,
    };
  }
  const civil = Temporal.PlainDateTime.from(`${date}T${time}`);
  const earlier = civil.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (!earlier.toPlainDateTime().equals(civil)) {
    return {
      ok: false,
      code: 'TIME-02',
      message: `Le ${time} del ${date} non esistono (quella notte inizia l'ora legale): scegli un'altra ora.`,
    };
  }
  const later = civil.toZonedDateTime(zone, { disambiguation: 'later' });
  return {
    ok: true,
    instant: isoInstant(earlier.epochMilliseconds),
    doubled: earlier.epochMilliseconds !== later.epochMilliseconds,
  };
}

/**
 * The instant of a date and hour already known to be good, or planned by the product itself.
 * Doubled hour: the earlier instant. Skipped hour: as far after the change as it was meant (02:30 becomes 03:30), so that
 * a plan never gets lost; input of people goes through `instantOf`, which refuses it. Throws RangeError on a date that does not exist.
 */
export function instantAt(date: LocalDate, time: string, zone: Zone = 'Europe/Rome'): UtcInstant {
  const civil = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' });
  return isoInstant(civil.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** Civil date and hour of an instant in epoch milliseconds; parts of a second are dropped, as receipts do. */
export function localAt(at: number, zone: Zone = 'Europe/Rome'): LocalMoment {
  const civil = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: textOf(civil.toPlainDate()),
    time: civil.toPlainTime().toString({ smallestUnit: 'second' }) as LocalMoment['time'],
  };
}

/** Civil date and hour of an instant written in UTC. */
export function localOf(instant: string, zone: Zone = 'Europe/Rome'): LocalMoment {
  return localAt(epochMs(instant), zone);
}

/** Epoch milliseconds of an ISO instant (`Z` or with an offset). Throws RangeError on text that is none. */
export function epochMs(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** Epoch milliseconds as UTC text with whole seconds, parts of a second dropped. */
export function isoInstant(at: number): UtcInstant {
  return Temporal.Instant.fromEpochMilliseconds(at).toString({ smallestUnit: 'second' }) as UtcInstant;
}

function textOf(date: Temporal.PlainDate): LocalDate {
  return date.toString() as LocalDate;
}
