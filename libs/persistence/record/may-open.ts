import type { EntityManager } from 'typeorm';
import type { Refused } from '#domain/fact/refused.js';
import type { CallDefinition } from '#domain/call/definition.js';

/**
 * Why one of these bodies may not open an application: it has as many live ones as the call allows (one, in PA digitale
 * 2026), counted over every call launched from a definition of this name. Until the transaction ends nobody else opens
 * one of the union's.
 */
export async function refusedAsLive(
  manager: EntityManager,
  unionId: string,
  definition: CallDefinition,
  bodies: readonly string[],
): Promise<Refused | undefined> {
  await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${unionId}/${definition.id}`,
  ]);
  const live: { body: string; name: string }[] = await manager.query(
    `select a.applicant_id as body, b.name
       from application a
       join call c on c.id = a.call_id
       join body b on b.id = a.applicant_id
      where c.union_id = $1 and c.definition_id = $2 and not a.ended and a.applicant_id = any ($3)
      order by b.name`,
    [unionId, definition.id, bodies],
  );
  const count = new Map<string, number>();
  for (const body of [...live.map((each) => each.body), ...bodies])
    count.set(body, (count.get(body) ?? 0) + 1);
  if (bodies.every((body) => (count.get(body) ?? 0) <= definition.liveApplicationsPerBody)) return undefined;
  const names = [...new Set(live.map((each) => each.name))].join(', ');
  return {
    code: 'AVV-04',
    detail:
      names === ''
        ? 'Lo stesso Comune è scelto più volte: sceglilo una volta sola.'
        : `C’è già una candidatura in corso per questo avviso (${names}): prima serve il decreto di rinuncia.`,
  };
}
