import type { EntityManager } from 'typeorm';
import { readCase } from '#domain/application/case/case.js';
import { isSent } from '#domain/application/case/sent.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { factsOf } from './load-case.js';

/**
 * How many applications of a call have been sent officially. Whoever records in one of them share-locks the call's
 * stream, so under the call's own lock the answer stays true.
 */
export async function countSent(
  manager: EntityManager,
  call: string,
  definition: CallDefinition,
): Promise<number> {
  const rows = await manager.find(ApplicationEntity, { where: { callId: call }, select: { id: true } });
  let sent = 0;
  for (const { id } of rows) {
    const application = await factsOf(manager, id);
    if (isSent(definition, readCase(definition, { call: [], application }).path)) sent += 1;
  }
  return sent;
}
