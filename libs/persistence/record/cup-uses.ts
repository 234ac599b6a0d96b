import type { EntityManager } from 'typeorm';
import type { OtherCupUse } from '#domain/application/case/cup-of.js';

/** Other applications of the union that carry the same CUP. */
export async function cupUsesOf(
  manager: EntityManager,
  { id, unionId }: { id: string; unionId: string },
  cup: string,
): Promise<OtherCupUse[]> {
  const rows: { application_id: string; applicant_id: string; number: string; ended: boolean }[] =
    await manager.query('select * from cup_uses($1, $2)', [unionId, cup]);
  return rows
    .filter((row) => row.application_id !== id)
    .map((row) => ({ cup, body: row.applicant_id, live: !row.ended, number: row.number }));
}
