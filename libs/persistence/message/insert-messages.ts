import type { EntityManager } from 'typeorm';
import type { DecidedMessage } from '#use-cases/ports/case-store.js';
import { MessageEntity } from './message.entities.js';

/** Puts messages on record that were decided for the first time; what was decided before, under its key, stays. */
export async function insertMessages(
  manager: EntityManager,
  messages: readonly DecidedMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values(
      messages.map(({ person, application, deliverAt, term, step, tone, ...message }) => ({
        ...message,
        personId: person,
        applicationId: application,
        deliverAt: new Date(deliverAt),
        term: term ?? null,
        step: step ?? null,
        tone: tone ?? null,
        mailId: null,
      })),
    )
    .orIgnore()
    .execute();
}
