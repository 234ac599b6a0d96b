import { randomBytes } from 'node:crypto';
import { canonicalHash } from '../ports/canonical-hash.js';
import type { ChainedFact, SealedDetail } from '../ports/case-store.js';

/** Hash of a fact: everything it says (but its own hash) after the hash of the fact before it. */
export function factHash(previous: string, fact: Omit<ChainedFact, 'hash'>): string {
  const { recordedAt, ...rest } = fact;
  return canonicalHash({ previous, ...rest, recordedAt: recordedAt.toISOString() });
}

/** A detail is hashed with a salt, so that its hash tells nothing once salt and detail are erased. */
export function sealDetail(detail: Record<string, unknown>): { salt: string; hash: string } {
  const salt = randomBytes(16).toString('hex');
  return { salt, hash: canonicalHash({ salt, detail }) };
}

/** First broken link of a chain, or undefined when it verifies. */
export function brokenLink(facts: readonly ChainedFact[]): number | undefined {
  let previous = '';
  for (const [index, { hash, ...fact }] of facts.entries()) {
    if (fact.seq !== index + 1 || factHash(previous, fact) !== hash) return index + 1;
    previous = hash;
  }
  return undefined;
}

/** The first fact whose detail is not the one that was sealed; one that was lawfully erased is none. */
export function changedDetail(
  facts: readonly ChainedFact[],
  details: readonly SealedDetail[],
): number | undefined {
  const byFact = new Map(details.map((each) => [each.factId, each]));
  return facts.find(({ id, detailHash }) => {
    const kept = byFact.get(id);
    if (kept === undefined || detailHash === null) return false;
    return canonicalHash({ salt: kept.salt, detail: kept.detail }) !== detailHash;
  })?.seq;
}
