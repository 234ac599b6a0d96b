import { z } from 'zod';
import type { Acting, TermLine } from './application-page.js';
import { amendmentRequest } from './application.js';
import type { AmountWord, ApplicationLine } from './desk.js';
import type { HistoryLine } from './history.js';
import type { CasePreview } from './preview.js';

/** One call, whole. The applications are those that the reader sees. */
export interface CallPage {
  id: string;
  number: string;
  slug: string;
  title: string;
  shortTitle: string;
  measure: string;
  funder: string;
  platform: { name: string; url: string };
  definition: { id: string; version: number };
  opening: string;
  launchedOn: string;
  /** Last number of the call's stream; with `callSeq` equal to it, what a tag of the page is made of. */
  seq: number;
  callSeq: number;
  /** When the call closes, with its earlier ends; null for one that never does. */
  end: Pick<TermLine, 'end' | 'cutOff' | 'workBy' | 'was'> | null;
  terms: CallTermLine[];
  amounts: { classes: { upTo: number | null; cents: number }[]; residentsOn: string; source: SourceLine };
  applications: ApplicationLine[];
  /** Cents by the word of their amount: each application counts once. */
  sums: Record<AmountWord, number>;
  /** How many have been sent officially, of how many. */
  sent: { done: number; of: number };
  /** What the office has confirmed at launch, and what nobody has confirmed yet. */
  confirmed: { id: string; label: string; by: string; on: string }[];
  toConfirm: { id: string; label: string; source: SourceLine }[];
  history: HistoryLine[];
  /** Until then no e-mail leaves and the launch may be annulled: ISO 8601 in UTC, by the product's clock. */
  brakeUntil?: string;
  withdrawn: boolean;
  may: { amend?: Acting; apply?: Acting; withdraw?: Acting };
}

export interface SourceLine {
  act: string;
  quote: string;
  confirmed: boolean;
}

/** A term of the call: with its days where the call itself fixes them, in words where it counts from something. */
export interface CallTermLine {
  id: string;
  label: string;
  official: boolean;
  peremptory: boolean;
  /** "5 giorni da: esito dell'ammissibilità (PEC)". */
  rule: string;
  fixed?: Pick<TermLine, 'end' | 'cutOff' | 'workBy' | 'was'>;
  source: SourceLine;
}

export const amendmentPreviewRequest = z.strictObject({
  ...amendmentRequest.shape,
  /** For these applications only, by id; all of the call when absent. */
  applications: z.array(z.uuid()).min(1).max(200).optional(),
});
export type AmendmentPreviewRequest = z.infer<typeof amendmentPreviewRequest>;

/** What an act would do to each application of a call; nothing of it is on record. */
export interface AmendmentPreview {
  applications: CasePreview[];
  /** Applications whose dates move, and that stay as they are. */
  moves: number;
  stays: number;
  mails: { cancelled: number; moved: number; planned: number };
  /** How many people are told of a new date; each counts once. */
  people: number;
  /** Cents of the applications whose dates move. */
  cents: number;
}
