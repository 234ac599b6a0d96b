import { v7 as uuid } from 'uuid';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { type ChainedFact, type SealedDetail, type StreamHead, toFact } from '../ports/case-store.js';
import { factHash, sealDetail } from './hash-chain.js';

/** Facts that have their place in a stream's chain, and the stream as it stands after them; not yet on record. */
export interface Chained {
  stream: StreamHead;
  rows: ChainedFact[];
  details: SealedDetail[];
  /** The same facts as the domain reads them. */
  facts: Fact[];
}

/** Gives new facts their place after the last of a stream: next numbers, chained hashes, details sealed apart. */
export function chainFacts(
  stream: StreamHead,
  proposed: readonly { fact: NewFact; detail?: Record<string, unknown> }[],
  now: number,
): Chained {
  const rows: ChainedFact[] = [];
  const details: SealedDetail[] = [];
  let { seq, head } = stream;
  for (const { fact, detail: told } of proposed) {
    const { body, detail } = apart(fact, told);
    const sealed = detail === undefined ? undefined : sealDetail(detail);
    seq += 1;
    const row: Omit<ChainedFact, 'hash'> = {
      id: uuid(),
      streamId: stream.id,
      unionId: stream.unionId,
      seq,
      type: fact.type,
      v: 1,
      legalDate: fact.legalDate,
      legalTime: fact.legalTime ?? null,
      legalSource: fact.legalSource,
      recordedAt: new Date(now),
      actorId: fact.actor ?? null,
      onBehalfOf: fact.onBehalfOf ?? null,
      channel: fact.channel,
      body,
      corrects: fact.corrects ?? null,
      detailHash: sealed?.hash ?? null,
    };
    head = factHash(head, row);
    rows.push({ ...row, hash: head });
    if (sealed !== undefined && detail !== undefined) {
      details.push({ factId: row.id, unionId: stream.unionId, salt: sealed.salt, detail });
    }
  }
  return { stream: { ...stream, seq, head }, rows, details, facts: rows.map(toFact) };
}

/** What people wrote goes to the detail, where it can be erased; the body is as the store will give it back. */
function apart(
  fact: NewFact,
  told: Record<string, unknown> | undefined,
): { body: object; detail?: Record<string, unknown> } {
  const { reason, ...body } = JSON.parse(JSON.stringify(fact.body)) as { reason?: string };
  const detail = { ...told, ...(reason === undefined ? {} : { reason }) };
  return { body, ...(Object.keys(detail).length === 0 ? {} : { detail }) };
}
