import type { DataSource } from 'typeorm';
import { asWorker } from '../scoped.js';
import { FactDetailEntity, FactEntity, StreamEntity } from '../stream/stream.entities.js';
import { brokenLink, canonicalHash } from './hash-chain.js';

export interface Verified {
  streams: number;
  facts: number;
  /** First fact of each stream from which the chain, its head or a detail does not verify. */
  broken: { stream: string; seq: number }[];
}

/** Verifies every stream: numbers without gaps, hashes that follow, heads that match, details as they were sealed. */
export async function verifyChains(database: DataSource): Promise<Verified> {
  return asWorker(database, async (manager) => {
    const streams = await manager.find(StreamEntity, { order: { id: 'ASC' } });
    const verified: Verified = { streams: streams.length, facts: 0, broken: [] };
    for (const stream of streams) {
      const facts = await manager.find(FactEntity, { where: { streamId: stream.id }, order: { seq: 'ASC' } });
      verified.facts += facts.length;
      const link = brokenLink(facts);
      const head = facts.at(-1)?.hash ?? '';
      const changed = await changedDetail(facts, (id) => manager.findOneBy(FactDetailEntity, { factId: id }));
      const seq = link ?? (head === stream.head ? changed : stream.seq);
      if (seq !== undefined) verified.broken.push({ stream: stream.id, seq });
    }
    return verified;
  });
}

/** A detail may have been erased lawfully, with its salt; one that is there must be the one that was sealed. */
async function changedDetail(
  facts: readonly FactEntity[],
  find: (id: string) => Promise<FactDetailEntity | null>,
): Promise<number | undefined> {
  for (const fact of facts.filter((each) => each.detailHash !== null)) {
    const row = await find(fact.id);
    if (row === null) continue;
    if (canonicalHash({ salt: row.salt, detail: row.detail }) !== fact.detailHash) return fact.seq;
  }
  return undefined;
}
