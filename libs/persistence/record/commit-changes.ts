import type { EntityManager } from 'typeorm';
import { type ApplicationRow, type Changes, projectionOf } from '#use-cases/ports/case-store.js';
import { ApplicationEntity, ParticipantEntity } from '../application/application.entities.js';
import { CallEntity } from '../call/call.entities.js';
import { DocumentEntity } from '../document/document.entity.js';
import { insertMessages } from '../message/insert-messages.js';
import { FactDetailEntity, FactEntity, StreamEntity } from '../stream/stream.entities.js';
import { queueWake, queueWakeOfCall } from '../wake/wake.js';

/**
 * Writes a change set, a launch for hundreds with as many statements as for one. Rows are taken in one order, the same
 * as whoever wakes everything: people, applications, calls.
 * @returns how many applications of a call were woken by an act of the call.
 */
export async function commitChanges(manager: EntityManager, changes: Changes): Promise<number> {
  const { unionId, stream, wakes } = changes;
  if (changes.call !== undefined) await insertCall(manager, changes.call);
  if (changes.opened !== undefined) await insertApplications(manager, unionId, changes.opened);
  for (const document of changes.documents ?? []) {
    await manager.insert(DocumentEntity, { ...document, unionId });
  }
  if (changes.facts.length > 0) await manager.insert(FactEntity, changes.facts);
  if (changes.details.length > 0) await manager.insert(FactDetailEntity, changes.details);
  if (stream !== undefined && changes.facts.length > 0) {
    await manager.update(StreamEntity, { id: stream.id }, { seq: stream.seq, head: stream.head });
  }
  await insertMessages(manager, changes.messages);
  await queueWake(manager, 'post', wakes.post);
  if (changes.projection !== undefined) await project(manager, changes.projection);
  if (changes.withdrawn !== undefined) {
    await manager.query('update noted_call set call_id = null where call_id = $1', [changes.withdrawn]);
  }
  await queueWake(manager, 'application', wakes.applications);
  const woken = wakes.ofCall === undefined ? 0 : await queueWakeOfCall(manager, wakes.ofCall);
  await queueWake(manager, 'call', wakes.calls);
  return woken;
}

async function insertCall(manager: EntityManager, call: NonNullable<Changes['call']>): Promise<void> {
  const { stream, number, slug, definition, edition, launchedAt, noted } = call;
  await manager.insert(StreamEntity, stream);
  await manager.insert(CallEntity, {
    id: stream.id,
    unionId: stream.unionId,
    number,
    slug,
    definitionId: definition.id,
    definitionVersion: definition.version,
    editionId: edition.id,
    editionSha256: edition.sha256,
    launchedAt,
  });
  if (noted === undefined) return;
  await manager.query('update noted_call set call_id = $1 where id = $2', [stream.id, noted]);
}

async function insertApplications(
  manager: EntityManager,
  unionId: string,
  opened: NonNullable<Changes['opened']>,
): Promise<void> {
  await manager.insert(
    StreamEntity,
    opened.map(({ stream }) => stream),
  );
  await manager.insert(
    ApplicationEntity,
    opened.map(({ row }) => row),
  );
  await manager.insert(
    ParticipantEntity,
    opened.flatMap(({ row, bodies }) => bodies.map((bodyId) => ({ applicationId: row.id, bodyId, unionId }))),
  );
}

async function project(manager: EntityManager, { id, ...row }: ApplicationRow): Promise<void> {
  await manager.update(ApplicationEntity, { id }, projectionOf(row));
}
