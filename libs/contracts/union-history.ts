import { z } from 'zod';
import { HISTORY_KINDS, type HistoryKind } from '#domain/fact/fact-kinds.js';
import { cursor } from './cursor.js';
import { historyLine } from './history.js';
import { day, localDate } from './moment.js';

/** What is on record over all applications and calls that a person sees. */

export const historyQuery = z.strictObject({
  /** Body of the applicant, by its name. */
  body: z.string().max(120).optional(),
  /** Slug of the call. */
  call: z.string().max(120).optional(),
  kind: z.enum(HISTORY_KINDS).optional(),
  /** Who recorded it. */
  person: z.uuid().optional(),
  /** Days on which it legally happened, both included. */
  from: localDate.optional(),
  to: localDate.optional(),
  order: z.enum(['newest', 'oldest']).optional(),
  /** `next` of the page before: the list goes on there. */
  after: cursor.optional(),
});
export type HistoryQuery = z.input<typeof historyQuery>;

/** A fact with where it stands: of an application, or of a call itself. */
export const unionHistoryLine = z
  .strictObject({
    ...historyLine.omit({ asks: true, document: true, body: true }).shape,
    call: z.strictObject({ slug: z.string(), shortTitle: z.string() }),
    application: z.strictObject({ slug: z.string(), number: z.string(), applicant: z.string() }).optional(),
    /** Id of who recorded it, to ask for no other's. */
    actor: z.uuid().optional(),
  })
  .meta({ id: 'UnionHistoryLine' });
export type UnionHistoryLine = z.infer<typeof unionHistoryLine>;

export const unionHistory = z
  .strictObject({
    on: day,
    /** At most 50, by when they were recorded. */
    facts: z.array(unionHistoryLine),
    next: z.string().nullable(),
    /** On the first page, to who belongs to the union: when all stored files were last held against the record, and what is wrong with which. */
    files: z.array(z.string()).optional(),
    /** What may be asked for: calls and applicants that the reader sees. */
    bodies: z.array(z.string()),
    calls: z.array(z.strictObject({ slug: z.string(), shortTitle: z.string() })),
  })
  .meta({ id: 'UnionHistory' });
export type UnionHistory = z.infer<typeof unionHistory>;

export type { HistoryKind };
