import { z } from 'zod';
import { day, hour } from './moment.js';
import { notedCall } from './noted-call.js';

/** A term that runs, stands still or passed and may be put right, as "Scadenze" shows it. */
export const deadline = z
  .strictObject({
    application: z.strictObject({ id: z.uuid(), slug: z.string(), number: z.string() }),
    applicant: z.strictObject({ id: z.uuid(), name: z.string() }),
    call: z.strictObject({ slug: z.string(), shortTitle: z.string() }),
    /** With the round, the same for as long as the term is: it moves and stays itself. */
    term: z.string(),
    round: z.int(),
    /** "inserimento del CUP" */
    label: z.string(),
    /** What is missing for it, the first first. */
    missing: z.array(z.string()),
    workBy: day,
    end: day,
    cutOff: hour,
    official: z.boolean(),
    peremptory: z.boolean(),
    status: z.enum(['running', 'suspended', 'lapsed']),
    upTo: z.string(),
    /** Ends that it had before, the first first. */
    was: z.array(z.string()),
  })
  .meta({ id: 'Deadline' });
export type Deadline = z.infer<typeof deadline>;

/** All terms of all applications that the person sees, by the day to work by. */
export const deadlines = z
  .strictObject({
    on: day,
    deadlines: z.array(deadline),
    /** Calls that are only noted and still open, for who reads them: no term of a comune. */
    noted: z.array(notedCall.pick({ slug: true, title: true, end: true, cutOff: true })),
  })
  .meta({ id: 'Deadlines' });
export type Deadlines = z.infer<typeof deadlines>;
