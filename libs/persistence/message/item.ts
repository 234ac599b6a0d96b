import type { EntityManager } from 'typeorm';
import { readCase } from '#domain/application/case/case.js';
import { stillHolds } from '#domain/application/decide/still-holds.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { CallEntity } from '../call/call.entities.js';
import { definitionOf, factsOf, lockStream } from '../record/load-case.js';
import { reasonOf } from '../record/reason.js';
import { peopleOfCase } from './addressee.js';
import { contentOf, type MessageEntity } from './message.entities.js';

/** A message with its case under a share lock, or the reason why it no longer holds. */
export async function itemOf(
  manager: EntityManager,
  message: MessageEntity,
  now: number,
): Promise<LetterItem | string> {
  const stream = await lockStream(manager, message.applicationId, 'share');
  const application = await manager.findOneByOrFail(ApplicationEntity, { id: message.applicationId });
  const call = await manager.findOneByOrFail(CallEntity, { id: application.callId });
  const definition = await definitionOf(manager, call.definitionId, call.definitionVersion);
  const facts = await factsOf(manager, application.id);
  const theCase = readCase(definition, { call: await factsOf(manager, call.id), application: facts });
  const of = {
    ...contentOf(message),
    ...(message.term === null ? {} : { term: message.term }),
  };
  const dropped = stillHolds(of, theCase, facts, now);
  if (dropped !== undefined) return dropped;
  const reason = of.kind === 'documentReturned' ? await reasonOf(manager, of.body.because) : undefined;
  const { comune, people } = await peopleOfCase(manager, application, localAt(now).date);
  return {
    message: {
      ...of,
      id: message.id,
      person: message.personId,
      ...(message.step === null ? {} : { step: message.step }),
      ...(message.tone === null ? {} : { tone: message.tone as 1 | 2 | 3 | 4 }),
    },
    definition,
    theCase,
    facts,
    number: application.number,
    comune,
    chainHead: stream?.head ?? '',
    people,
    ...(reason === undefined ? {} : { reason }),
  };
}
