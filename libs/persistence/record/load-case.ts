import type { EntityManager } from 'typeorm';
import type { ToldMessage } from '#domain/application/decide.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { CallEntity, DefinitionEntity } from '../call/call.entities.js';
import type { Closures } from '../people/assignments.js';
import { MessageEntity } from '../message/message.entities.js';
import { FactEntity, StreamEntity } from '../stream/stream.entities.js';

/** A row as the domain reads it; its hash stays behind. */
export function toFact(row: FactEntity): Fact {
  return {
    id: row.id,
    seq: row.seq,
    type: row.type,
    legalDate: row.legalDate,
    legalSource: row.legalSource,
    channel: row.channel,
    body: row.body,
    recordedAt: row.recordedAt.toISOString(),
    ...(row.legalTime === null ? {} : { legalTime: row.legalTime }),
    ...(row.actorId === null ? {} : { actor: row.actorId }),
    ...(row.onBehalfOf === null ? {} : { onBehalfOf: row.onBehalfOf }),
    ...(row.corrects === null ? {} : { corrects: row.corrects }),
  } as Fact;
}

export async function factsOf(manager: EntityManager, stream: string): Promise<Fact[]> {
  const rows = await manager.find(FactEntity, { where: { streamId: stream }, order: { seq: 'ASC' } });
  return rows.map(toFact);
}

/** Locks a stream's row until the transaction ends: one writer at a time, so `seq` has no gaps and no inversions. */
export async function lockStream(
  manager: EntityManager,
  id: string,
  mode: 'update' | 'share',
): Promise<StreamEntity | null> {
  return manager.findOne(StreamEntity, {
    where: { id },
    lock: { mode: mode === 'update' ? 'pessimistic_write' : 'pessimistic_read' },
  });
}

export async function toldOf(manager: EntityManager, application: string): Promise<ToldMessage[]> {
  const rows = await manager.find(MessageEntity, {
    where: { applicationId: application },
    select: { id: true, key: true, kind: true, personId: true, term: true, state: true, deliverAt: true },
  });
  return rows.map((row) => ({
    key: row.key,
    kind: row.kind,
    person: row.personId,
    state: row.state,
    deliverAt: row.deliverAt.toISOString(),
    ...(row.term === null ? {} : { term: row.term }),
  }));
}

/** A definition never changes under its id and version, so it is read once a process. */
const definitions = new Map<string, DefinitionEntity['body']>();

export async function definitionOf(
  manager: EntityManager,
  id: string,
  version: number,
): Promise<DefinitionEntity['body']> {
  const name = `${id}@${version}`;
  const known = definitions.get(name);
  if (known !== undefined) return known;
  const row = await manager.findOneByOrFail(DefinitionEntity, { id, version });
  definitions.set(name, row.body);
  return row.body;
}

/** Whether a body's office is closed on a day: its patron day and its closed weeks, also over the turn of the year. */
export function isClosedOn(closures: Closures): (date: LocalDate) => boolean {
  return (date) => {
    const day = date.slice(5);
    if (day === closures.patronDay) return true;
    return closures.periods.some(({ from, to }) =>
      from <= to ? from <= day && day <= to : day >= from || day <= to,
    );
  };
}

export interface LoadedCase {
  stream: StreamEntity;
  callStream: StreamEntity;
  application: ApplicationEntity;
  call: CallEntity;
}

/** Locks the application's stream and share-locks its call's; null when there is none in sight. */
export async function loadCase(manager: EntityManager, id: string): Promise<LoadedCase | null> {
  const stream = await lockStream(manager, id, 'update');
  if (stream === null || stream.kind !== 'application') return null;
  const application = await manager.findOneByOrFail(ApplicationEntity, { id });
  const callStream = await lockStream(manager, application.callId, 'share');
  if (callStream === null) return null;
  const call = await manager.findOneByOrFail(CallEntity, { id: application.callId });
  return { stream, callStream, application, call };
}
