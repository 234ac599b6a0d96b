import { z } from 'zod';
import { FINDING_CODES } from '#domain/fact/fact-kinds.js';
import { factType } from './codes.js';
import { day, hour } from './moment.js';

/** What became of what was put on record. */

const factLine = z.strictObject({ id: z.uuid(), seq: z.int(), type: factType });

const recordedCase = {
  facts: z.array(factLine),
  /** Ids of the documents kept with them. */
  documents: z.array(z.uuid()),
  /** Head of the stream's hash chain after this: whoever keeps it can prove what was on record. */
  head: z.string(),
  seq: z.int(),
  stage: z.string(),
  /** What it waits for now: "Da decidere", and the same in a sentence. */
  label: z.string(),
  sentence: z.string(),
  /** What somebody must clear up, now that this is on record; each id is what `finding.resolved` names. */
  findings: z.array(
    z.strictObject({
      id: z.string(),
      code: z.enum(FINDING_CODES),
      cup: z.string().optional(),
      number: z.string().optional(),
      cents: z.int().optional(),
      against: z.int().optional(),
      /** The act does not count until somebody answers. */
      holds: z.literal(true).optional(),
      sentence: z.string(),
    }),
  ),
};
export const recorded = z.strictObject(recordedCase).meta({ id: 'Recorded' });
export type RecordedAnswer = z.infer<typeof recorded>;

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
