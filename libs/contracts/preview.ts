import { z } from 'zod';
import { termLine } from './application-page.js';
import { day, hour, localDate } from './moment.js';

/** A term that has other dates afterwards: new without `old`, gone without `new`. */
export const movedTermLine = z
  .strictObject({
    id: z.string(),
    round: z.int(),
    label: z.string(),
    official: z.boolean(),
    /** Other dates ask nothing of anybody: it was met, or it is needed no more. */
    settled: z.enum(['met', 'moot']).optional(),
    old: termLine.pick({ end: true, cutOff: true, workBy: true }).optional(),
    new: termLine.pick({ end: true, cutOff: true, workBy: true, closed: true }).optional(),
  })
  .meta({ id: 'MovedTermLine' });
export type MovedTermLine = z.infer<typeof movedTermLine>;

/** One e-mail, or one item of a digest. */
export const plannedMessage = z
  .strictObject({
    /** "Promemoria a Giulia Riviello: inserimento del CUP, lavora entro venerdì 26 luglio." */
    sentence: z.string(),
    on: day,
    at: hour,
    /** When it would have gone. */
    was: z.strictObject({ on: day, at: hour }).optional(),
  })
  .meta({ id: 'PlannedMessage' });
export type PlannedMessage = z.infer<typeof plannedMessage>;

/** What would change; nothing of it is on record. Days are `YYYY-MM-DD`, hours `HH:MM`, in Rome. */
export const casePreview = z
  .strictObject({
    application: z.strictObject({ id: z.uuid(), number: z.string(), label: z.string() }),
    applicant: z.strictObject({ id: z.uuid(), name: z.string() }),
    /** Labels of the stage, and the page's sentences. */
    stage: z.strictObject({ before: z.string(), after: z.string() }),
    state: z.strictObject({ before: z.string(), after: z.string() }),
    sentence: z.strictObject({ before: z.string(), after: z.string() }),
    terms: z.array(movedTermLine),
    /** Who had a date that no longer holds and is told once; a name is missing where the reader may not see it. */
    told: z.array(z.strictObject({ name: z.string().optional(), sentence: z.string() })),
    /** E-mails that would not be sent any more, that would go on another day, and new ones. */
    messages: z.strictObject({
      cancelled: z.array(plannedMessage),
      moved: z.array(plannedMessage),
      planned: z.array(plannedMessage),
      /** Decided at once, each with the hour at which it goes. */
      atOnce: z.array(plannedMessage),
    }),
    /** What Capofila would decide at once: a term that has passed, or not any more. */
    decisions: z.array(z.string()),
  })
  .meta({ id: 'CasePreview' });
export type CasePreview = z.infer<typeof casePreview>;

/** What is assumed: acts of somebody on a day, acts that move a term. Nothing of it goes on record. */
export const whatIfRequest = z.strictObject({
  milestones: z
    .array(
      z.strictObject({
        milestone: z.string().max(60),
        outcome: z.string().max(60).optional(),
        on: localDate,
      }),
    )
    .max(20)
    .default([]),
  amendments: z
    .array(
      z.strictObject({
        term: z.string().max(60),
        kind: z.enum(['extension', 'reopening', 'suspension']),
        newEnd: localDate.optional(),
        newCutOff: z
          .string()
          .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
          .optional(),
        from: localDate.optional(),
        to: localDate.optional(),
      }),
    )
    .max(5)
    .default([]),
  /** Whether everybody else does what is asked by the day to work by; else nothing but the assumed happens. */
  othersAct: z.boolean().default(true),
  /** Last day told; half a year ahead when absent, a year at most. */
  until: localDate.optional(),
});
export type WhatIfRequest = z.infer<typeof whatIfRequest>;

export const futureEvent = z
  .strictObject({
    on: day,
    at: hour,
    kind: z.enum(['fact', 'decision', 'message', 'stage', 'end']),
    sentence: z.string(),
  })
  .meta({ id: 'FutureEvent' });
export type FutureEvent = z.infer<typeof futureEvent>;

/** Moved where both moments are there, new without `from`, gone without `to`. */
export const futureChange = z
  .strictObject({
    kind: futureEvent.shape.kind,
    sentence: z.string(),
    from: z.strictObject({ on: day, at: hour }).optional(),
    to: z.strictObject({ on: day, at: hour }).optional(),
  })
  .meta({ id: 'FutureChange' });
export type FutureChange = z.infer<typeof futureChange>;

/** A future as it stands and as it would be. */
export const whatIf = z
  .strictObject({
    until: day,
    before: z.array(futureEvent),
    after: z.array(futureEvent),
    changes: z.array(futureChange),
  })
  .meta({ id: 'WhatIf' });
export type WhatIf = z.infer<typeof whatIf>;
