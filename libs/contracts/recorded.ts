import { z } from 'zod';
import type { Wait } from '#domain/application/explain/explain.js';
import type { NextWhat } from '#domain/application/decide/decision.js';
import type { WaitKind } from '#domain/call/definition.js';
import { role } from './codes.js';
import { day, hour, instant, localDate, moment } from './moment.js';
import { sameAs } from './same-as.js';

/** What became of what was put on record. */

const waitKind = sameAs<WaitKind>()(
  z.enum([
    'answer',
    'documents',
    'approval',
    'officialAct',
    'outsideBody',
    'suspension',
    'sampleCheck',
    'maintenance',
    'end',
  ]),
);

const nextWhat = sameAs<NextWhat>()(
  z
    .strictObject({
      kind: z.enum(['end', 'reminder', 'round', 'question', 'phone']),
      of: z.uuid().optional(),
      term: z.string().optional(),
      to: z.array(role).optional(),
      on: localDate,
      time: z.string().optional(),
      decided: z.literal(true).optional(),
    })
    .meta({ id: 'NextWhat' }),
);

/** Where the case stands, and why it waits; the comments stand in the domain. */
const wait = sameAs<Wait>()(
  z
    .strictObject({
      kind: waitKind,
      stage: z.string(),
      round: z.int(),
      label: z.string(),
      upTo: z.string(),
      since: moment,
      missing: z.array(z.string()),
      end: day.optional(),
      safeEnd: day.optional(),
      state: z.string(),
      sentence: z.string(),
      why: z.string(),
      next: z.strictObject({ at: z.string(), what: nextWhat }).optional(),
      coming: z.array(
        z.strictObject({ on: localDate, at: hour.optional(), what: nextWhat, words: z.string() }),
      ),
    })
    .meta({ id: 'Wait' }),
);

const factLine = z.strictObject({ id: z.uuid(), seq: z.int(), type: z.string() });

const recordedCase = {
  facts: z.array(factLine),
  /** Ids of the documents kept with them. */
  documents: z.array(z.uuid()),
  /** Head of the stream's hash chain after this: whoever keeps it can prove what was on record. */
  head: z.string(),
  seq: z.int(),
  stage: z.string(),
  wait,
  /** What somebody must clear up, now that this is on record; each id is what `finding.resolved` names. */
  findings: z.array(
    z.strictObject({
      id: z.string(),
      code: z.enum(['CUP-11', 'CUP-12']),
      cup: z.string(),
      number: z.string(),
      sentence: z.string(),
    }),
  ),
  /** Milliseconds until the engine must look again; absent when only a fact moves the case. */
  waitMs: z.int().optional(),
  /** Real instant of that moment. */
  timer: instant.optional(),
};
export const recorded = z.strictObject(recordedCase).meta({ id: 'Recorded' });

/** A "conferma di caricamento": it is neither a protocol number nor a sending to the funder. */
export const filingConfirmation = z
  .strictObject({
    ...recordedCase,
    document: z.uuid(),
    sha256: z.string(),
    bytes: z.int(),
    /** When its last byte arrived. */
    filedOn: day,
    filedAt: hour,
  })
  .meta({ id: 'FilingConfirmation' });
export type FilingConfirmation = z.infer<typeof filingConfirmation>;

export const recordedInCall = z
  .strictObject({ facts: z.array(factLine), head: z.string(), seq: z.int(), applications: z.int() })
  .meta({ id: 'RecordedInCall' });

export const openedApplication = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    /** Its address: "rivello-send-2027". */
    slug: z.string(),
    applicant: z.uuid(),
  })
  .meta({ id: 'OpenedApplication' });
