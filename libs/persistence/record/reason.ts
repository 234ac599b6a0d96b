import type { EntityManager } from 'typeorm';

/** Why a fact happened, in somebody's words; undefined when nobody said, or when the words were lawfully erased. */
export async function reasonOf(manager: EntityManager, fact: string): Promise<string | undefined> {
  const rows: { reason: string | null }[] = await manager.query(
    `select detail ->> 'reason' as reason from fact_detail where fact_id = $1`,
    [fact],
  );
  return rows[0]?.reason ?? undefined;
}
