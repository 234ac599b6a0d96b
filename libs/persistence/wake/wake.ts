import type { EntityManager } from 'typeorm';

export type WakeKind = 'call' | 'application' | 'post' | 'files';

/** A row of the outbox: this workflow must look again. */
export interface WakeRow {
  workflow: string;
  kind: WakeKind;
  target: string;
  upto: string;
}

/**
 * Puts wake-ups in the outbox, one row a target, in the caller's transaction; the relay hears of it by one empty
 * notification when the transaction commits. Queued again before it was sent, a row only moves on.
 */
export async function queueWake(
  manager: EntityManager,
  kind: WakeKind,
  targets: readonly string[],
): Promise<void> {
  if (targets.length === 0) return;
  await manager.query(
    `with queued as (
       insert into wake (workflow, kind, target)
         select $1 || '/' || target, $1, target from unnest($2::uuid[]) target order by target
       on conflict (workflow) do update set upto = excluded.upto)
     select pg_notify('wake', '')`,
    [kind, targets],
  );
}

/** One act in a call wakes all its applications with one statement. */
export async function queueWakeOfCall(manager: EntityManager, call: string): Promise<number> {
  const rows: { workflow: string }[] = await manager.query(
    `insert into wake (workflow, kind, target)
       select 'application/' || id, 'application', id from application where call_id = $1 order by id
     on conflict (workflow) do update set upto = excluded.upto
     returning workflow`,
    [call],
  );
  await manager.query(`select pg_notify('wake', '')`);
  return rows.length;
}

/**
 * The oldest wake-ups, cases before post: a launch for hundreds decides everything before its first mail is looked at.
 * They are not locked while they are sent: a lock would hold up whoever commits a fact meanwhile, and two relays that
 * send the same wake-up do no harm.
 */
export async function takeWakes(manager: EntityManager, limit: number): Promise<WakeRow[]> {
  return manager.query(
    `select workflow, kind, target, upto from wake order by kind in ('post', 'files'), queued_at limit $1`,
    [limit],
  );
}

/** Deletes what was sent, unless it moved on meanwhile. */
export async function dropWakes(manager: EntityManager, sent: readonly WakeRow[]): Promise<void> {
  await manager.query(
    `delete from wake using unnest($1::text[], $2::bigint[]) as sent (workflow, upto)
      where wake.workflow = sent.workflow and wake.upto = sent.upto`,
    [sent.map((row) => row.workflow), sent.map((row) => row.upto)],
  );
}
