import type { EntityManager } from 'typeorm';
import type { Answered, Idempotency } from '#use-cases/ports/once.js';

/** The answer that a person's key already got. The same request may come twice at once: the second waits for the first. */
export async function answerBefore(
  manager: EntityManager,
  person: string,
  { key }: Idempotency,
): Promise<Answered | undefined> {
  await manager.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${person} ${key}`]);
  const [row]: { request_hash: string; response: unknown }[] = await manager.query(
    `select request_hash, response from idempotency where person_id = $1 and key = $2`,
    [person, key],
  );
  return row === undefined ? undefined : { requestHash: row.request_hash, response: row.response };
}

/** Keeps the answer with what it tells of, in the same transaction. */
export async function keepAnswer(
  manager: EntityManager,
  person: string,
  union: string,
  { key, requestHash }: Idempotency,
  response: object,
): Promise<void> {
  await manager.query(
    `insert into idempotency (person_id, key, union_id, request_hash, status, response)
     values ($1, $2, $3, $4, 201, $5)`,
    [person, key, union, requestHash, JSON.stringify(response)],
  );
}
