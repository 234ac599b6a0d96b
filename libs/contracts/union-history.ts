import { z } from 'zod';
import { HISTORY_KINDS, type HistoryKind } from '#domain/desk/history-kinds.js';
import { cursor } from './cursor.js';
import type { HistoryLine } from './history.js';

/** What is on record over all applications and calls that a person sees. */

const day = z.iso.date({ error: 'Scrivi un giorno che esiste, come 2027-03-26.' });

export const historyQuery = z.strictObject({
  /** Body of the applicant, by its name. */
  body: z.string().max(120).optional(),
  /** Slug of the call. */
  call: z.string().max(120).optional(),
  kind: z.enum(HISTORY_KINDS).optional(),
  /** Who recorded it. */
  person: z.uuid().optional(),
  /** Days on which it legally happened, both included. */
  from: day.optional(),
  to: day.optional(),
  order: z.enum(['newest', 'oldest']).optional(),
  /** `next` of the page before: the list goes on there. */
  after: cursor.optional(),
});
export type HistoryQuery = z.infer<typeof historyQuery>;

/** A fact with where it stands: of an application, or of a call itself. */
export interface UnionHistoryLine extends Omit<HistoryLine, 'asks' | 'document' | 'body'> {
  call: { slug: string; shortTitle: string };
  application?: { slug: string; number: string; applicant: string };
  /** Id of who recorded it, to ask for no other's. */
  actor?: string;
}

export interface UnionHistory {
  on: string;
  /** At most 50, by when they were recorded. */
  facts: UnionHistoryLine[];
  next: string | null;
  /** What may be asked for: calls and applicants that the reader sees. */
  bodies: string[];
  calls: { slug: string; shortTitle: string }[];
}

export type { HistoryKind };
