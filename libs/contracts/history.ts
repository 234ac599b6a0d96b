import type { FieldDefinition } from '#domain/call/definition.js';
import type { Certainty } from '#domain/fact/certainty.js';
import type { FactType } from '#domain/fact/fact.js';

/** One fact of an application or a call, as the history shows it. */
export interface HistoryLine {
  id: string;
  seq: number;
  type: FactType;
  /** One Italian sentence: what happened. */
  sentence: string;
  /** Who put it on record; "Capofila" for what the engine decided; "una persona" for whom the reader may not see. */
  who: string;
  /** Body for which it was done, when not the person's own. */
  forWhom?: string;
  channel: string;
  /** "per PEC", "di persona", "su Capofila". */
  channelInWords: string;
  certainty: Certainty;
  /** "dichiarato", "provato da PEC", "visto da Capofila". */
  certaintyInWords: string;
  legalDate: string;
  legalTime?: string;
  recordedAt: string;
  /** Words that somebody wrote with it; absent when nobody did or when they were lawfully erased. */
  reason?: string;
  /** It no longer counts, because the fact of this id puts it right or voids it. */
  correctedBy?: string;
  /** It puts right the fact of this id; the page shows the two side by side. */
  corrects?: string;
  /** The document it is about, or the proof that lies beside it. */
  document?: { id: string; fileName: string };
  body: object;
  /** Of a milestone: what it may say, so that a correction says another outcome or other data. */
  asks?: { outcomes: { code: string; label: string }[]; fields: readonly FieldDefinition[] };
  hash: string;
}

/** The history of one application; `callFacts` are the acts of its call, which hold for it too. */
export interface History {
  facts: HistoryLine[];
  callFacts: HistoryLine[];
}
