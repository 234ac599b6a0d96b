import type { EntityManager } from 'typeorm';
import type { DeskItem } from '#use-cases/ports/letter-writer.js';

/** What runs in a union, as the office's first page reads it; an application without a glance yet counts nowhere. */
export function officeDesk(manager: EntityManager, union: string): Promise<DeskItem[]> {
  return manager.query<DeskItem[]>(
    `select a.number, b.name as comune, d.body ->> 'shortTitle' as call, a.glance
       from application a join body b on b.id = a.applicant_id join call c on c.id = a.call_id
       join definition d on d.id = c.definition_id and d.version = c.definition_version
      where a.union_id = $1 and not a.ended and a.glance <> '{}'
      order by b.name, a.number`,
    [union],
  );
}
