import { z } from 'zod';
import { localDate } from './application.js';

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
export type PutAwayRequest = z.infer<typeof putAwayRequest>;

export const takeBackRequest = z.strictObject({ actingBody: z.uuid() });
export type TakeBackRequest = z.infer<typeof takeBackRequest>;

/** Who did something, and when: ISO 8601 in UTC, by the product's clock. */
interface Done {
  by: string;
  at: string;
}

export interface NotedCall {
  id: string;
  slug: string;
  title: string;
  funder: string;
  link: string;
  opening?: string;
  end: string;
  /** `HH:MM`: the last minute that is in time. */
  cutOff: string;
  source: string;
  /** What a correction is made on (`If-Match`). */
  version: number;
  noted: Done;
  corrected?: Done;
  /** Put away: of no interest to the union, and why. */
  away?: Done & { reason: string };
  /** The call as which it was launched. */
  call?: { slug: string; number: string };
}

export interface NotedCallList {
  /** Today, `YYYY-MM-DD`. */
  on: string;
  calls: NotedCall[];
}
