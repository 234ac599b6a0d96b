import type { EntityManager } from 'typeorm';
import type { Acting, Idempotency, Outcome } from '#use-cases/ports/case-record.js';

/** The answer that this key already got; a key used for another request is refused. */
export async function answered<T>(
  manager: EntityManager,
  acting: Acting,
  idempotency: Idempotency | undefined,
): Promise<Outcome<T> | undefined> {
  if (idempotency === undefined || acting.as !== 'person') return undefined;
  // The same request may come twice at once: the second waits here for the first one's answer.
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `${acting.person} ${idempotency.key}`,
  ]);
  const rows: { request_hash: string; response: T }[] = await manager.query(
    `select request_hash, response from idempotency where person_id = $1 and key = $2`,
    [acting.person, idempotency.key],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  if (row.request_hash === idempotency.requestHash) return { ok: true, value: row.response };
  return {
    ok: false,
    refused: {
      code: 'API-02',
      detail: 'Questa chiave è già stata usata per un’altra richiesta: usane una nuova.',
    },
  };
}

/** Keeps the answer with the facts it tells of, in the same transaction. */
export async function once(
  manager: EntityManager,
  acting: Acting,
  unionId: string,
  idempotency: Idempotency | undefined,
  response: object,
): Promise<void> {
  if (idempotency === undefined || acting.as !== 'person') return;
  await manager.query(
    `insert into idempotency (person_id, key, union_id, request_hash, status, response)
     values ($1, $2, $3, $4, 201, $5)`,
    [acting.person, idempotency.key, unionId, idempotency.requestHash, JSON.stringify(response)],
  );
}
