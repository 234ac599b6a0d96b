import type { Acting, TermLine } from './application-page.js';
import type { AmountWord, ApplicationLine } from './desk.js';
import type { HistoryLine } from './history.js';
import type { CasePreview } from './preview.js';

/** One call, whole. The applications are those that the reader sees. */
export interface CallPage {
  /** Today, `YYYY-MM-DD`. */
  on: string;
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
  /** How many comuni have sent officially, of how many; who withdrew and applied again counts once. */
  sent: { done: number; of: number };
  /** What the office has confirmed at launch, and what nobody has confirmed yet. */
  confirmed: { id: string; label: string; by: string; on: string }[];
  toConfirm: { id: string; label: string; source: SourceLine }[];
  history: HistoryLine[];
  /** Until then no e-mail leaves and the launch may be annulled: ISO 8601 in UTC, by the product's clock. */
  brakeUntil?: string;
  withdrawn: boolean;
  /** The act by which the money is used up, and its day. */
  fundsExhausted?: { act: string; on: string };
  /** `exhaust`: say that the money is used up. `refund`: say that there is money again. */
  may: { amend?: Acting; apply?: Acting; withdraw?: Acting; exhaust?: Acting; refund?: Acting };
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

/** What became of each application for which an act was meant by itself. */
export interface AmendedSome {
  results: {
    application: string;
    result: 'done' | 'refused';
    code?: string;
    detail?: string;
  }[];
}

/** What an act would do to each application of a call; nothing of it is on record. */
export interface AmendmentPreview {
  applications: CasePreview[];
  /** Applications in which something changes, by an act about a term the dates, and that stay as they are. */
  moves: number;
  stays: number;
  mails: { cancelled: number; moved: number; planned: number };
  /** How many people are told of it; each counts once. */
  people: number;
  /** Cents of the applications in which something changes. */
  cents: number;
}
