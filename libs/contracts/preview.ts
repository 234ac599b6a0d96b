import { z } from 'zod';
import { localDate } from './application.js';
import type { TermLine } from './application-page.js';

/** What would change; nothing of it is on record. Days are `YYYY-MM-DD`, hours `HH:MM`, in Rome. */
export interface CasePreview {
  application: { id: string; number: string; label: string };
  applicant: { id: string; name: string };
  /** Labels of the stage, and the page's sentences. */
  stage: { before: string; after: string };
  state: { before: string; after: string };
  sentence: { before: string; after: string };
  terms: MovedTermLine[];
  /** Who had a date that no longer holds and is told once; a name is missing where the reader may not see it. */
  told: { name?: string; sentence: string }[];
  /** E-mails that would not be sent any more, that would go on another day, and new ones. */
  messages: { cancelled: PlannedMessage[]; moved: PlannedMessage[]; planned: PlannedMessage[] };
  /** What Capofila would decide at once: a term that has passed, or not any more. */
  decisions: string[];
}

/** A term that has other dates afterwards: new without `old`, gone without `new`. */
export interface MovedTermLine {
  id: string;
  round: number;
  label: string;
  official: boolean;
  /** Other dates ask nothing of anybody: it was met, or it is needed no more. */
  settled?: 'met' | 'moot';
  old?: Pick<TermLine, 'end' | 'cutOff' | 'workBy'>;
  new?: Pick<TermLine, 'end' | 'cutOff' | 'workBy'>;
}

/** One e-mail, or one item of a digest. */
export interface PlannedMessage {
  /** "Promemoria a Giulia Riviello: inserimento del CUP, lavora entro venerdì 26 luglio." */
  sentence: string;
  on: string;
  at: string;
  /** When it would have gone. */
  was?: { on: string; at: string };
}

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

/** A future as it stands and as it would be. */
export interface WhatIf {
  until: string;
  before: FutureEvent[];
  after: FutureEvent[];
  changes: FutureChange[];
}

export interface FutureEvent {
  on: string;
  at: string;
  kind: 'fact' | 'decision' | 'message' | 'stage' | 'end';
  sentence: string;
}

/** Moved where both moments are there, new without `from`, gone without `to`. */
export interface FutureChange {
  kind: FutureEvent['kind'];
  sentence: string;
  from?: { on: string; at: string };
  to?: { on: string; at: string };
}
