import type { CaseStore } from '../ports/case-store.js';
import { brokenLink, changedDetail } from './hash-chain.js';

export interface Verified {
  streams: number;
  facts: number;
  /** First fact of each stream from which the chain, its head or a detail does not verify. */
  broken: { stream: string; seq: number }[];
}

/** Verifies every stream: numbers without gaps, hashes that follow, heads that match, details as they were sealed. */
export async function verifyChains(store: CaseStore): Promise<Verified> {
  const verified: Verified = { streams: 0, facts: 0, broken: [] };
  for await (const { stream, facts, details } of store.chains()) {
    verified.streams += 1;
    verified.facts += facts.length;
    const head = facts.at(-1)?.hash ?? '';
    const seq = brokenLink(facts) ?? (head === stream.head ? changedDetail(facts, details) : stream.seq);
    if (seq !== undefined) verified.broken.push({ stream: stream.id, seq });
  }
  return verified;
}
