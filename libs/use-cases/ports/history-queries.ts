import type { HistoryQuery } from '#contracts/union-history.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';

/** A fact of any stream, with all that tells it. */
export interface StoredFact {
  fact: Fact;
  stream: string;
  hash: string;
  detailHash: string | null;
  unionId: string;
  v: number;
  definition: CallDefinition;
  call: { slug: string; shortTitle: string };
  application?: { slug: string; number: string; applicant: string };
  detail?: Readonly<Record<string, unknown>>;
  correctedBy?: string;
  /** It takes back that the call's money was used up. */
  undoesSpent: boolean;
}

/** Names of people and bodies whom the reader sees, by id. */
export interface HistoryNames {
  people: ReadonlyMap<string, string>;
  bodies: ReadonlyMap<string, string>;
}

export interface ChainHead {
  stream: string;
  kind: 'call' | 'application';
  /** Human number. */
  number: string;
  facts: number;
  head: string;
}

/** The history of a whole union in a person's name; row-level security leaves out what is not theirs. */
export abstract class HistoryQueries {
  abstract page(
    person: string,
    query: HistoryQuery,
  ): Promise<{ facts: StoredFact[]; next: string | null } & HistoryNames>;
  abstract choices(
    person: string,
  ): Promise<{ bodies: string[]; calls: { slug: string; shortTitle: string }[] }>;
  /** Chains whole and in order, some facts at a time: what is read never lies in memory all at once. */
  abstract everything(person: string): AsyncIterable<{ facts: StoredFact[] } & HistoryNames>;
  abstract heads(person: string): Promise<ChainHead[]>;
}
