import { z } from 'zod';
import { isLocalDate } from '#domain/calendar/local-date.js';

/** How moments are told: days and hours are those of Rome by the product's clock, instants are in UTC. */

/** A day that somebody writes. */
export const localDate = z
  .string()
  .refine(isLocalDate, { error: 'Scrivi una data che esiste, come 2027-03-26. (DATO-02)' });

/** `YYYY-MM-DD`. */
export const day = z.iso.date();
/** `HH:MM`. */
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/** A day, with its hour where that is known: "2027-03-26T08:02:00", in Rome. */
export const moment = z.string().regex(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?)?$/);
/** "2027-03-26T07:02:00.000Z", by the product's clock where nothing else is said. */
export const instant = z.iso.datetime();

/** The product's day and hour in Rome. */
export const clockAnswer = z.strictObject({ date: localDate, time: z.iso.time() });
