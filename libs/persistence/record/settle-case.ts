import { type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { cupOf, type OtherCupUse } from '#domain/application/cup-findings.js';
import { decide } from '#domain/application/decide.js';
import { explain } from '#domain/application/explain.js';
import { nextEnd } from '#domain/application/case.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { localAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { holdersOf } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import type { Recorded } from '#use-cases/ports/case-record.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { MessageEntity } from '../message/message.entities.js';
import { loadAssignments } from '../people/assignments.js';
import { queueWake } from '../wake/wake.js';
import { appendFacts } from './append-facts.js';
import { isClosedOn, type LoadedCase, toldOf } from './load-case.js';

interface Settling {
  loaded: Pick<LoadedCase, 'stream' | 'callStream' | 'application'>;
  definition: CallDefinition;
  callFacts: readonly Fact[];
  facts: readonly Fact[];
  now: number;
  /** Milliseconds by which the product's clock is ahead of the real one (demo). */
  clockOffsetMs: number;
  /** The worker looks by itself: its workflow needs no wake-up for what it is told now. */
  byWorker: boolean;
}

/**
 * Takes every decision that is due, puts it on record, and brings the projection up to date. Queues a wake-up when
 * the stage, the kind of wait or the next moment changed, and one for the post of each person who is written to.
 */
export async function settleCase(
  manager: EntityManager,
  settling: Settling,
): Promise<Omit<Recorded, 'facts' | 'documents'>> {
  const { loaded, definition, callFacts, now } = settling;
  const { application, stream } = loaded;
  const people = await loadAssignments(manager, application.unionId, application.applicantId, application.id);
  const decisions = decide({
    application: application.id,
    definition,
    streams: { call: callFacts, application: settling.facts },
    told: await toldOf(manager, application.id),
    recipients: (roles: readonly Role[], on: LocalDate) => holdersOf(people, roles, on),
    isClosed: isClosedOn(people.closures),
    cupUses: await cupUsesOf(manager, application, cupOf(settling.facts)),
    now,
  });
  await appendFacts(
    manager,
    stream,
    decisions.facts.map((fact) => ({ fact })),
    now,
  );
  await saveMessages(manager, application, decisions.messages, now);
  const { theCase, next } = decisions;
  const wait = explain(theCase, next);
  const term = nextEnd(theCase.terms);
  const projection = {
    stage: theCase.stage.id,
    round: theCase.round,
    ended: theCase.ended,
    overlays: theCase.overlays,
    wait,
    endOn: term?.term.end ?? null,
    safeEnd: term?.term.safeEnd ?? null,
    cup: cupOf(settling.facts) ?? null,
    nextMoment: next === undefined ? null : new Date(next.at),
    seq: stream.seq,
    callSeq: loaded.callStream.seq,
  };
  await manager.update(ApplicationEntity, { id: application.id }, projection);
  const changed =
    application.stage !== projection.stage ||
    application.round !== projection.round ||
    application.wait.kind !== wait.kind ||
    application.nextMoment?.getTime() !== projection.nextMoment?.getTime();
  if (changed && !settling.byWorker) await queueWake(manager, 'application', [application.id]);
  return {
    head: stream.head,
    seq: stream.seq,
    stage: theCase.stage.id,
    wait,
    ...(next === undefined
      ? {}
      : {
          waitMs: Math.max(0, next.at - now),
          timer: new Date(next.at - settling.clockOffsetMs).toISOString(),
        }),
  };
}

/** Other applications of the union that carry the same CUP. */
async function cupUsesOf(
  manager: EntityManager,
  application: ApplicationEntity,
  cup: string | undefined,
): Promise<OtherCupUse[]> {
  if (cup === undefined) return [];
  const rows: { application_id: string; applicant_id: string; number: string; ended: boolean }[] =
    await manager.query('select * from cup_uses($1, $2)', [application.unionId, cup]);
  return rows
    .filter((row) => row.application_id !== application.id)
    .map((row) => ({ cup, body: row.applicant_id, live: !row.ended, number: row.number }));
}

async function saveMessages(
  manager: EntityManager,
  application: ApplicationEntity,
  messages: ReturnType<typeof decide>['messages'],
  now: number,
): Promise<void> {
  if (messages.length === 0) return;
  const today = localAt(now).date;
  await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values(
      messages.map((message) => ({
        id: uuid(),
        unionId: application.unionId,
        key: message.key,
        kind: message.kind,
        personId: message.person,
        applicationId: application.id,
        deliverAt: new Date(message.deliverAt),
        digest: message.digest,
        term: message.term ?? null,
        step: message.step ?? null,
        tone: message.tone ?? null,
        params: message.params,
        decidedAt: new Date(now),
        state: message.superseded === true ? ('skipped' as const) : ('pending' as const),
        why: message.superseded === true ? `superseded on ${today}` : null,
        mailId: null,
      })),
    )
    .orIgnore()
    .execute();
  const people = messages.filter((message) => message.superseded !== true).map((message) => message.person);
  await queueWake(manager, 'post', [...new Set(people)]);
}
