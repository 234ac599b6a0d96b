import { z } from 'zod';
import { instant } from './moment.js';

/** Whether the person's terms can be read by a calendar program. */
export const calendarAnswer = z
  .strictObject({
    /** When its address was made: ISO 8601 in UTC, by the product's clock; null: there is none. */
    since: instant.nullable(),
  })
  .meta({ id: 'CalendarAnswer' });
export type CalendarAnswer = z.infer<typeof calendarAnswer>;

/** A new address; one that was there before answers nothing any more. */
export const newCalendarAnswer = z
  .strictObject({
    /** Shown once: whoever has it reads the person's terms. */
    address: z.string(),
  })
  .meta({ id: 'NewCalendarAnswer' });
export type NewCalendarAnswer = z.infer<typeof newCalendarAnswer>;
