import { z } from 'zod';
import { isLocalTime } from '#domain/calendar/local-date.js';
import type { RecordedType } from '#domain/fact/fact-kinds.js';
import { SCENARIOS } from '#domain/fact/scenario.js';
import { actingFor } from './identity.js';
import { localDate } from './moment.js';

/** What somebody says has happened; the bodies are those of `libs/domain/fact/fact-kinds.ts`. */

export const id = z.uuid();
export const code = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/);
const localTime = z.string().refine((text) => isLocalTime(text) && text.length === 8, {
  error: 'Scrivi ore, minuti e secondi, come 11:02:00. (DATO-07)',
});
export const sentence = z.string().trim().min(1).max(2000);

/** When, how and by whom: the same for every fact that somebody records. */
export const told = {
  ...actingFor,
  /** Day on which it legally happened; today when absent. */
  legalDate: localDate.optional(),
  legalTime: localTime.optional(),
  channel: z.enum(['web', 'pec', 'email', 'phone', 'inPerson', 'platform', 'import']).default('web'),
  /** Names and free text: kept apart from the fact, seen by people only. */
  detail: z.record(z.string().max(60), z.string().max(4000)).optional(),
  /** Id of the fact that this one puts right. */
  corrects: id.optional(),
};

export const amendment = z.strictObject({
  term: code,
  round: z.int().min(1).optional(),
  kind: z.enum(['extension', 'reopening', 'suspension']),
  act: sentence.max(200),
  actDate: localDate,
  knownOn: localDate,
  newEnd: localDate.optional(),
  newCutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  from: localDate.optional(),
  to: localDate.optional(),
  unsure: z.literal(true).optional(),
  keepsSent: z.literal(true).optional(),
});

/** A form for every fact that somebody records by itself; a paper comes as an upload. */
const REQUESTS = {
  'milestone.recorded': z.strictObject({
    ...told,
    type: z.literal('milestone.recorded'),
    body: z.strictObject({
      milestone: code,
      outcome: code.optional(),
      data: z.record(code, z.union([z.string().trim().max(500), z.int()])).default({}),
      /** Id of an uploaded document: the proof of the official act. */
      proof: id.optional(),
    }),
  }),
  'document.reviewed': z.strictObject({
    ...told,
    type: z.literal('document.reviewed'),
    body: z.strictObject({
      requirement: code,
      document: id,
      verdict: z.enum(['accepted', 'returned']),
      dated: localDate.optional(),
      reason: sentence.max(500).optional(),
    }),
  }),
  'approval.answered': z.strictObject({
    ...told,
    type: z.literal('approval.answered'),
    body: z.strictObject({
      approval: z.string().regex(/^[A-Za-z0-9-]+\/[A-Za-z]+$/),
      verdict: z.enum(['given', 'returned']),
      reason: sentence.max(500).optional(),
    }),
  }),
  'outside.checked': z.strictObject({
    ...told,
    type: z.literal('outside.checked'),
    body: z.strictObject({ stage: code }),
  }),
  'promise.made': z.strictObject({
    ...told,
    type: z.literal('promise.made'),
    body: z.strictObject({ person: id, until: localDate }),
  }),
  'reminder.answered': z.strictObject({
    ...told,
    type: z.literal('reminder.answered'),
    /** An answer is the signed-in person's own, about a term or a thing that is asked. */
    body: z
      .strictObject({
        answer: z.enum(['done', 'cannot', 'notMine']),
        term: code.optional(),
        round: z.int().min(1).optional(),
        requirement: code.optional(),
        /** Of "it is not mine": the person whose it is. */
        suggests: id.optional(),
      })
      .refine((body) => body.term !== undefined || body.requirement !== undefined, {
        error: 'Scrivi a che cosa rispondi: un termine o una delle cose che mancano.',
      })
      .refine((body) => body.suggests === undefined || body.answer === 'notMine', {
        error: 'Una persona si indica solo con «Non tocca a me».',
        path: ['suggests'],
      }),
  }),
  'talk.logged': z.strictObject({
    ...told,
    type: z.literal('talk.logged'),
    body: z.strictObject({
      kind: z.enum(['note', 'phone']),
      person: id.optional(),
      about: z
        .strictObject({ of: id.optional(), term: code.optional(), requirement: code.optional() })
        .optional(),
      officeOnly: z.boolean(),
      /** Of a telephone call: whether somebody was reached. */
      outcome: z.enum(['reached', 'noAnswer']).optional(),
    }),
    /** What was said: kept apart, so that it can be erased. */
    detail: z.strictObject({ text: sentence }),
  }),
  'finding.resolved': z.strictObject({
    ...told,
    type: z.literal('finding.resolved'),
    body: z.strictObject({ finding: z.string().max(120), reason: sentence.max(500) }),
  }),
  'scenario.chosen': z.strictObject({
    ...told,
    type: z.literal('scenario.chosen'),
    body: z.strictObject({ scenario: z.literal(SCENARIOS) }),
  }),
  'fact.voided': z.strictObject({
    ...told,
    type: z.literal('fact.voided'),
    body: z.strictObject({ reason: sentence.max(500) }),
  }),
  'application.closed': z.strictObject({
    ...told,
    type: z.literal('application.closed'),
    body: z.strictObject({ reason: sentence.max(500) }),
  }),
  'term.amended': z.strictObject({ ...told, type: z.literal('term.amended'), body: amendment }),
} satisfies { [T in Exclude<RecordedType, 'document.filed'>]: z.ZodType<{ type: T }> };

type Request = (typeof REQUESTS)[keyof typeof REQUESTS];
export const factRequest = z.discriminatedUnion('type', Object.values(REQUESTS) as [Request, ...Request[]]);
export type FactRequest = z.infer<typeof factRequest>;
