import type { EntityManager } from 'typeorm';
import type { AtPhone } from '#domain/desk/phone.js';
import type { DeskRows } from '#use-cases/ports/letter-writer.js';
import { seenPeople, silencesUntil, undeliveredMails } from '../desk/desk-rows.js';

/**
 * What the office's first page reads of a union, for the mail of the morning.
 * @param now epoch milliseconds
 */
export async function officeDesk(manager: EntityManager, union: string, now: number): Promise<DeskRows> {
  const applications: AtPhone[] = await manager.query(
    `select a.id, a.slug, a.number, a.wait ->> 'label' as label, a.glance,
            json_build_object('id', b.id, 'name', b.name) as applicant,
            json_build_object('shortTitle', e.body ->> 'shortTitle') as call
       from application a join body b on b.id = a.applicant_id join call c on c.id = a.call_id
       join edition e on e.id = c.edition_id
      where a.union_id = $1 and not a.ended
      order by b.name, a.number`,
    [union],
  );
  const bodies: { id: string }[] = await manager.query(
    `select id from body where union_id = $1 and kind = 'union'`,
    [union],
  );
  return {
    applications,
    unionBody: bodies[0]?.id ?? '',
    people: await seenPeople(manager, union),
    silences: await silencesUntil(manager, now, union),
    undelivered: await undeliveredMails(manager, union),
  };
}
