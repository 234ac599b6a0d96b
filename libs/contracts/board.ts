import { z } from 'zod';
import { applicationLine } from './desk.js';
import { day, hour } from './moment.js';

/** A call as the head of a column. */
export const boardCall = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    slug: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    measure: z.string(),
    /** Official end for who applies; null for a call that never closes. */
    end: day.nullable(),
    cutOff: hour.nullable(),
    /** Earlier ends, the oldest first. */
    was: z.array(z.string()),
    /** Bodies whose application was sent officially, of all that have one. */
    sent: z.int(),
    of: z.int(),
    /** Bodies that may not apply, with the reason in one Italian sentence. */
    excluded: z.array(z.strictObject({ body: z.string(), because: z.string() })),
  })
  .meta({ id: 'BoardCall' });
export type BoardCall = z.infer<typeof boardCall>;

/** The comuni by the calls that run; a comune sees its own row. Days and amounts as in `desk.ts`. */
export const board = z
  .strictObject({
    on: day,
    at: hour,
    /** Calls with an application that runs, the nearest official end first. */
    calls: z.array(boardCall),
    /** By name. */
    bodies: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
    /** Of these calls, also those that ended. */
    applications: z.array(applicationLine),
  })
  .meta({ id: 'Board' });
export type Board = z.infer<typeof board>;
