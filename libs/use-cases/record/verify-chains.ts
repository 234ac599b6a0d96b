import { resolve } from '#domain/call/kind-and-edition.js';
import { canonicalHash } from '../ports/canonical-hash.js';
import { type CaseStore, type ChainedFact, type KeptEdition, toFact } from '../ports/case-store.js';
import type { EditionRef } from '../ports/definitions.js';
import { brokenLink, changedDetail } from './hash-chain.js';

export interface Verified {
  streams: number;
  facts: number;
  editions: number;
  /** First fact of each stream from which the chain, its head or a detail does not verify. */
  broken: { stream: string; seq: number }[];
  /** Editions that give another definition than their hash says, or than the call says that was launched with it. */
  changed: { edition: string; call?: string }[];
}

/**
 * Verifies every stream: numbers without gaps, hashes that follow, heads that match, details as they were sealed; and
 * that each call reads the rules that it was launched with.
 */
export async function verifyChains(store: CaseStore): Promise<Verified> {
  const editions = (await store.editions()).map((each) => ({ ...each, gives: hashOf(each) }));
  const verified: Verified = {
    streams: 0,
    facts: 0,
    editions: editions.length,
    broken: [],
    changed: editions.filter((each) => each.gives !== each.sha256).map((each) => ({ edition: each.id })),
  };
  for await (const { stream, facts, details } of store.chains()) {
    verified.streams += 1;
    verified.facts += facts.length;
    const head = facts.at(-1)?.hash ?? '';
    const seq = brokenLink(facts) ?? (head === stream.head ? changedDetail(facts, details) : stream.seq);
    if (seq !== undefined) verified.broken.push({ stream: stream.id, seq });
    const named = editionNamedBy(facts[0]);
    const read = editions.find((each) => each.calls.includes(stream.id));
    if (named !== undefined && (read?.id !== named.id || read.gives !== named.sha256)) {
      verified.changed.push({ edition: named.id, call: stream.id });
    }
  }
  return verified;
}

/** With what a call was launched; a fact from before there were editions does not say it. */
function editionNamedBy(first: ChainedFact | undefined): EditionRef | undefined {
  const fact = first && toFact(first);
  return fact?.type === 'call.launched' ? fact.body.edition : undefined;
}

/** Undefined where kind and edition give no definition at all any more. */
function hashOf({ kind, edition }: KeptEdition): string | undefined {
  try {
    return canonicalHash(resolve(kind, edition));
  } catch {
    return undefined;
  }
}
