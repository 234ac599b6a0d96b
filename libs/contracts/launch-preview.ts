import { z } from 'zod';
import { launchRequest } from './application.js';
import { sourceLine } from './call-page.js';
import { place, refusalCode, requirementKind, role } from './codes.js';
import { day } from './moment.js';
import { futureEvent } from './preview.js';

export const launchPreviewRequest = z.strictObject({ ...launchRequest.shape });
export type LaunchPreviewRequest = z.infer<typeof launchPreviewRequest>;

export const launchComune = z
  .strictObject({
    body: z.uuid(),
    istat: z.string(),
    name: z.string(),
    /** Why it would get none: code and sentence; absent for one that may apply. */
    refused: z.strictObject({ code: refusalCode, detail: z.string() }).optional(),
    residents: z.strictObject({ count: z.int(), on: day }).optional(),
    amountCents: z.int().optional(),
    /** "2.500 abitanti al 1° gennaio 2022: fino a 5.000 spettano 23.147 euro" */
    formula: z.string().optional(),
    /** Other applications of the same measure, running or over. */
    earlier: z.array(
      z.strictObject({ number: z.string(), call: z.string(), label: z.string(), ended: z.boolean() }),
    ),
    people: z.array(
      z.strictObject({
        role,
        roleInWords: z.string(),
        name: z.string().optional(),
        flags: z.array(z.string()),
      }),
    ),
    /** What concerns the comune as a whole: "utenza piattaforma: nessuna". */
    flags: z.array(z.string()),
    /** Internal dates proposed backwards from the end; `note` says why one is earlier. */
    dates: z.array(
      z.strictObject({
        id: z.enum(['kit', 'checks', 'end']),
        label: z.string(),
        on: day,
        note: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'LaunchComune' });
export type LaunchComune = z.infer<typeof launchComune>;

export const launchPaper = z
  .strictObject({
    stage: z.string(),
    label: z.string(),
    kind: requirementKind,
    place,
    who: z.string(),
    optional: z.boolean(),
    proof: z.boolean(),
  })
  .meta({ id: 'LaunchPaper' });
export type LaunchPaper = z.infer<typeof launchPaper>;

/** What a launch would do; nothing of it is on record. */
export const launchPreview = z
  .strictObject({
    comuni: z.array(launchComune),
    /** Comuni that would get an application, and what they may ask for together, in cents. */
    eligible: z.int(),
    cents: z.int(),
    /** What is asked, step by step, and where it is done. */
    papers: z.array(launchPaper),
    /** Terms and amounts that nobody has confirmed: to be read again, with the quotation. */
    toConfirm: z.array(z.strictObject({ id: z.string(), label: z.string(), source: sourceLine })),
    /** What comes too late or nearly so, in words: the call's end, internal dates that have passed. */
    tight: z.array(z.string()),
    /** A year of one comune, the first, if everybody works by the dates to work by. */
    timeline: z.array(futureEvent),
    /** E-mails of the first 60 days when nobody does anything, who is written to most first. */
    mails: z.array(z.strictObject({ person: z.uuid(), name: z.string(), count: z.int() })),
    /** The first e-mail as it will read, and who gets it. */
    firstMail: z.strictObject({ to: z.string(), subject: z.string(), text: z.string() }).optional(),
  })
  .meta({ id: 'LaunchPreview' });
export type LaunchPreview = z.infer<typeof launchPreview>;
