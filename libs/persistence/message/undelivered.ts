import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { localAt } from '#domain/calendar/local-date.js';
import { holdersOf } from '#domain/people/assignment.js';
import { assignmentsOfApplication } from '../people/assignments.js';
import { queueWake } from '../wake/wake.js';
import { type MailEntity, MessageEntity } from './message.entities.js';

/**
 * A mail that cannot arrive shows up for today's officers: once for each address, so that news of news that cannot
 * arrive either come to an end.
 */
export async function tellOffice(
  manager: EntityManager,
  mail: MailEntity & { state: 'dead' | 'failed' },
  now: number,
): Promise<void> {
  const about = await manager.findOneBy(MessageEntity, { mailId: mail.id });
  if (about === null) return;
  const people = await assignmentsOfApplication(manager, about.applicationId);
  const officers = holdersOf(people, ['deskOfficer', 'headOfOffice'], localAt(now).date).filter(
    (each) => each !== mail.personId,
  );
  if (officers.length === 0) return;
  const address = createHash('sha256').update(mail.toAddress).digest('hex').slice(0, 16);
  await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values(
      officers.map((person) => ({
        id: uuid(),
        unionId: mail.unionId,
        key: `person/${mail.personId}/${mail.state}/${address}/${person}`,
        kind: 'officeNews' as const,
        personId: person,
        applicationId: about.applicationId,
        deliverAt: new Date(now),
        digest: false,
        body: { news: 'deadAddress', about: mail.personId, state: mail.state } as const,
        decidedAt: new Date(now),
        state: 'pending' as const,
      })),
    )
    .orIgnore()
    .execute();
  await queueWake(manager, 'post', officers);
}
