import { z } from 'zod';
import { isLocalDate } from '#domain/calendar/local-date.js';

/** "2027-03-26T07:02:00.000Z_{uuid}": the last line of a page, after which a list goes on. */
export const cursor = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/)
  .refine((text) => {
    const { at, id } = readCursor(text);
    return (
      isLocalDate(at?.slice(0, 10) ?? '') &&
      z.iso.datetime().safeParse(at).success &&
      z.uuid().safeParse(id).success
    );
  });

export function cursorOf(at: Date, id: string): string {
  return `${at.toISOString()}_${id}`;
}

/** Both null at the beginning of a list. */
export function readCursor(text: string | undefined): { at: string | null; id: string | null } {
  const [at = null, id = null] = text?.split('_') ?? [];
  return { at, id };
}
