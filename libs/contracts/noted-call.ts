import { z } from 'zod';
import { day, hour, instant, localDate } from './moment.js';

const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1, { error: 'Manca: scrivilo. (DATO-01)' })
    .max(most, { error: `Scrivi al massimo ${most} caratteri.` });

/** A call that came out and that is only noted: what it is, until when, and where that is written. */
const noted = {
  title: words(300),
  funder: words(200),
  link: z.url({
    protocol: /^https?$/,
    error: 'Scrivi l’indirizzo della pagina, come https://www.esempio.it/avviso. (DATO-09)',
  }),
  opening: localDate.optional(),
  end: localDate,
  cutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'Scrivi ore e minuti, come 14:00. (DATO-07)' })
    .default('23:59'),
  source: words(500),
};
const inOrder = ({ opening, end }: { opening?: string | undefined; end: string }) =>
  opening === undefined || opening <= end;
const wrongOrder = {
  path: ['end'],
  error: 'La fine viene prima dell’apertura: controlla le due date. (DATO-10)',
};

export const notedCallRequest = z
  .strictObject({ actingBody: z.uuid(), ...noted })
  .refine(inOrder, wrongOrder);
export type NotedCallRequest = z.infer<typeof notedCallRequest>;

export const putAwayRequest = z.strictObject({ actingBody: z.uuid(), reason: words(500) });

export const takeBackRequest = z.strictObject({ actingBody: z.uuid() });

/** Who did something, and when. */
const done = { by: z.string(), at: instant };

export const notedCall = z
  .strictObject({
    id: z.uuid(),
    slug: z.string(),
    title: z.string(),
    funder: z.string(),
    link: z.string(),
    opening: day.optional(),
    end: day,
    /** The last minute that is in time. */
    cutOff: hour,
    source: z.string(),
    /** What a correction is made on (`If-Match`). */
    version: z.int(),
    noted: z.strictObject(done),
    corrected: z.strictObject(done).optional(),
    /** Put away: of no interest to the union, and why. */
    away: z.strictObject({ ...done, reason: z.string() }).optional(),
    /** The call as which it was launched. */
    call: z.strictObject({ slug: z.string(), number: z.string() }).optional(),
  })
  .meta({ id: 'NotedCall' });
export type NotedCall = z.infer<typeof notedCall>;

/** `on` is today. */
export const notedCallList = z.strictObject({ on: day, calls: z.array(notedCall) });
export type NotedCallList = z.infer<typeof notedCallList>;

export const keptNote = z.strictObject({ id: z.uuid(), slug: z.string() });
