import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { FactDetailEntity, FactEntity, StreamEntity } from '../stream/stream.entities.js';
import { factHash, sealDetail } from './hash-chain.js';
import { toFact } from './load-case.js';

/** Adds facts to a locked stream: next numbers, chained hashes, details apart. The stream's head moves with them. */
export async function appendFacts(
  manager: EntityManager,
  stream: StreamEntity,
  proposed: readonly { fact: NewFact; detail?: Record<string, unknown> }[],
  now: number,
): Promise<Fact[]> {
  if (proposed.length === 0) return [];
  const rows: FactEntity[] = [];
  const details: FactDetailEntity[] = [];
  for (const { fact, detail } of proposed) {
    const sealed = detail === undefined ? undefined : sealDetail(detail);
    const row: Omit<FactEntity, 'hash'> = {
      id: uuid(),
      streamId: stream.id,
      unionId: stream.unionId,
      seq: stream.seq + 1,
      type: fact.type,
      v: 1,
      legalDate: fact.legalDate,
      legalTime: fact.legalTime ?? null,
      legalSource: fact.legalSource,
      recordedAt: new Date(now),
      actorId: fact.actor ?? null,
      onBehalfOf: fact.onBehalfOf ?? null,
      channel: fact.channel,
      body: { ...fact.body },
      corrects: fact.corrects ?? null,
      detailHash: sealed?.hash ?? null,
    };
    const hash = factHash(stream.head, row);
    rows.push({ ...row, hash });
    stream.seq = row.seq;
    stream.head = hash;
    if (sealed !== undefined && detail !== undefined) {
      details.push({ factId: row.id, unionId: stream.unionId, salt: sealed.salt, detail });
    }
  }
  await manager.insert(FactEntity, rows);
  if (details.length > 0) await manager.insert(FactDetailEntity, details);
  await manager.update(StreamEntity, { id: stream.id }, { seq: stream.seq, head: stream.head });
  return rows.map(toFact);
}
