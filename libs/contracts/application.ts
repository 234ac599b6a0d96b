import { z } from 'zod';
import { isLocalTime } from '#domain/calendar/local-date.js';
import { amendment, code, id, sentence, told } from './fact-request.js';
import { actingFor } from './identity.js';
import { localDate } from './moment.js';

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
