import { isoInstant } from '#domain/calendar/local-date.js';
import type { Clock } from '../clock.js';
import { overtaken } from '../overtaken.js';
import type { Overtaken, Refusal } from '../refusal.js';

/** `PER-17`: another person wrote over it since it was read. @param what "i recapiti di questa persona". */
export async function writtenOver(clock: Clock, what: string, { changes }: Overtaken): Promise<Refusal> {
  return overtaken('PER-17', what, changes, isoInstant(await clock.now()));
}

export const THIS_ROLE = 'questo incarico';
