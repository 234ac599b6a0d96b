import { z } from 'zod';
import { isLocalTime } from '#domain/calendar/local-date.js';
import { SCENARIOS } from '#domain/fact/scenario.js';
import { actingFor } from './identity.js';
import { localDate } from './moment.js';

const id = z.uuid();
const code = z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/);
const localTime = z.string().refine((text) => isLocalTime(text) && text.length === 8, {
  error: 'Scrivi ore, minuti e secondi, come 11:02:00. (DATO-07)',
});
const sentence = z.string().trim().min(1).max(2000);

/** When, how and by whom: the same for every fact that somebody records. */
const told = {
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

const amendment = z.strictObject({
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
});

export const factRequest = z.discriminatedUnion('type', [
  z.strictObject({
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
  z.strictObject({
    ...told,
    type: z.literal('document.reviewed'),
    body: z.strictObject({
      requirement: code,
      document: id,
      verdict: z.enum(['accepted', 'returned']),
      reason: sentence.max(500).optional(),
    }),
  }),
  z.strictObject({
    ...told,
    type: z.literal('approval.answered'),
    body: z.strictObject({
      approval: z.string().regex(/^[A-Za-z0-9-]+\/[A-Za-z]+$/),
      verdict: z.enum(['given', 'returned']),
      reason: sentence.max(500).optional(),
    }),
  }),
  z.strictObject({ ...told, type: z.literal('outside.checked'), body: z.strictObject({ stage: code }) }),
  z.strictObject({
    ...told,
    type: z.literal('promise.made'),
    body: z.strictObject({ person: id, until: localDate }),
  }),
  z.strictObject({
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
  z.strictObject({
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
  z.strictObject({
    ...told,
    type: z.literal('finding.resolved'),
    body: z.strictObject({ finding: z.string().max(120), reason: sentence.max(500) }),
  }),
  z.strictObject({
    ...told,
    type: z.literal('scenario.chosen'),
    body: z.strictObject({ scenario: z.literal(SCENARIOS) }),
  }),
  z.strictObject({
    ...told,
    type: z.literal('fact.voided'),
    body: z.strictObject({ reason: sentence.max(500) }),
  }),
  z.strictObject({
    ...told,
    type: z.literal('application.closed'),
    body: z.strictObject({ reason: sentence.max(500) }),
  }),
  z.strictObject({ ...told, type: z.literal('term.amended'), body: amendment }),
]);
export type FactRequest = z.infer<typeof factRequest>;

export const launchRequest = z.strictObject({
  ...actingFor,
  /** Its first edition, unless another one is named. */
  definition: z.strictObject({ id: z.string().max(60), version: z.int().min(1), edition: id.optional() }),
  /** ISTAT codes, or all the union's comuni that may apply. */
  comuni: z.union([
    z.literal('all'),
    z
      .array(z.string().regex(/^\d{6}$/))
      .min(1)
      .max(8000),
  ]),
  /** Terms (or "amounts") whose source the office has read and confirmed. */
  confirmed: z.array(code).max(100).default([]),
  /** No e-mail leaves for ten minutes, in which the launch may be annulled. */
  brake: z.boolean().optional(),
  /** The noted call that this launches. */
  noted: id.optional(),
});
export type LaunchRequest = z.infer<typeof launchRequest>;

export const withdrawalRequest = z.strictObject({
  actingBody: id,
  reason: sentence.max(500),
  /** Only while the brake of the launch holds, so that nobody need be told; refused once it is over. */
  withinBrake: z.boolean().optional(),
});
export type WithdrawalRequest = z.infer<typeof withdrawalRequest>;

export const amendmentRequest = z.strictObject({
  ...actingFor,
  ...amendment.shape,
  /** For these applications only, by id, each with a result of its own; all of the call when absent. */
  applications: z.array(id).min(1).max(200).optional(),
});
export type AmendmentRequest = z.infer<typeof amendmentRequest>;

/** The money of a call is used up: the act that says so, and since when the office knows. */
export const fundsExhaustedRequest = z.strictObject({
  actingBody: id,
  act: sentence.max(200),
  actDate: localDate,
  knownOn: localDate,
});
export type FundsExhaustedRequest = z.infer<typeof fundsExhaustedRequest>;

export const fundsAgainRequest = z.strictObject({ actingBody: id, reason: sentence.max(500) });
export type FundsAgainRequest = z.infer<typeof fundsAgainRequest>;

export const applyRequest = z.strictObject({ ...actingFor, comune: z.string().regex(/^\d{6}$/) });
export type ApplyRequest = z.infer<typeof applyRequest>;

export const clockRequest = z.union([
  z.strictObject({
    ...actingFor,
    forwardSeconds: z
      .int()
      .min(1)
      .max(400 * 86_400),
  }),
  z.strictObject({
    ...actingFor,
    to: z.strictObject({
      date: localDate,
      time: z.string().refine((text) => isLocalTime(text) && text.length === 5, {
        error: 'Scrivi ore e minuti, come 08:00. (DATO-07)',
      }),
    }),
  }),
  z.strictObject({ ...actingFor, untilNext: z.literal(true) }),
]);
export type ClockRequest = z.infer<typeof clockRequest>;

export const quickAnswerRequest = z.strictObject({ answer: z.enum(['done', 'cannot', 'notMine']) });

/** The same three as the links of an e-mail say them. */
export const quickAnswerWord = z.enum(['fatto', 'chiamatemi', 'non-mio']);
export const quickAnswerQuery = z.object({ risposta: quickAnswerWord });

export const quickAnswerAnswer = z.strictObject({ detail: z.string() });

export const uploadQuery = z.strictObject({
  requirement: code,
  actingBody: id,
  onBehalfOf: id.optional(),
  channel: told.channel,
});

/** Shown in a frame of a page rather than downloaded, where that is safe. */
export const showQuery = z.object({ mostra: z.literal('1').optional() });

/** What comes with a resumable upload (`Upload-Metadata`), beside what its program adds for itself. */
export const uploadMetadata = z.object({
  ...uploadQuery.shape,
  application: z.string().regex(/^[\w-]{1,60}$/),
  filename: z.string().max(1000).default('documento'),
  filetype: z
    .string()
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .max(100)
    .catch('application/octet-stream'),
});
export type UploadMetadata = z.infer<typeof uploadMetadata>;

/** The definition itself is checked by `libs/contracts/call-definition.ts` and the domain's proofs. */
export const definitionRequest = z.strictObject({
  actingBody: id,
  definition: z.record(z.string(), z.unknown()),
});
