import { isDeepStrictEqual } from 'node:util';
import { type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { cupOf, type OtherCupUse } from '#domain/application/case/cup-findings.js';
import { decide } from '#domain/application/decide/decide.js';
import { explain } from '#domain/application/explain/explain.js';
import { nextEnd } from '#domain/application/case/case.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { localAt, type LocalDate } from '#domain/calendar/local-date.js';
import { holdersOf } from '#domain/people/assignment.js';
import type { Role } from '#domain/people/role.js';
import type { Recorded } from '#use-cases/ports/case-record.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { MessageEntity } from '../message/message.entities.js';
import { queueWake } from '../wake/wake.js';
import { type Chained, chainFacts } from './append-facts.js';
import { isClosedOn, type LoadedCase } from './load-case.js';

interface Settling {
  /** The case with the facts just chained, if any. */
  loaded: Omit<LoadedCase, 'definition'>;
  /** The answer is read by people, and says the applicant's name; what the worker passes on to Temporal has none. */
  named?: boolean;
  definition: CallDefinition;
  cupUses: readonly OtherCupUse[];
  now: number;
  /** Milliseconds by which the product's clock is ahead of the real one (demo). */
  clockOffsetMs: number;
}

/** Every decision that is due, and the case as it reads with them; not yet saved. */
export interface Settled {
  decided: Chained;
  messages: MessageEntity[];
  /** The application's row as it must be now. */
  application: ApplicationEntity;
  answer: Omit<Recorded, 'facts' | 'documents'>;
}

/** Takes every decision that is due and says what the application's row must read. */
export function settleCase({
  loaded,
  named = false,
  definition,
  cupUses,
  now,
  clockOffsetMs,
}: Settling): Settled {
  const { application, people } = loaded;
  const decisions = decide({
    application: application.id,
    definition,
    streams: { call: loaded.callFacts, application: loaded.facts },
    told: loaded.told,
    recipients: (roles: readonly Role[], on: LocalDate) => holdersOf(people, roles, on),
    isClosed: isClosedOn(people.closures),
    cupUses,
    now,
  });
  const decided = chainFacts(
    loaded.stream,
    decisions.facts.map((fact) => ({ fact })),
    now,
  );
  const { theCase, next } = decisions;
  const wait = explain(theCase, decisions);
  const told = explain(theCase, decisions, loaded.applicantName);
  const term = nextEnd(theCase.terms);
  return {
    decided,
    messages: messageRows(application, decisions.messages, now),
    application: {
      ...application,
      stage: theCase.stage.id,
      round: theCase.round,
      ended: theCase.ended,
      overlays: theCase.overlays,
      wait,
      glance: glanceOf(theCase, [...loaded.facts, ...decided.facts], told),
      endOn: term?.term.end ?? null,
      safeEnd: term?.term.safeEnd ?? null,
      cup: cupOf(loaded.facts) ?? null,
      nextMoment: next === undefined ? null : new Date(next.at),
      seq: decided.stream.seq,
      callSeq: loaded.callStream.seq,
    },
    answer: {
      head: decided.stream.head,
      seq: decided.stream.seq,
      stage: theCase.stage.id,
      wait: named ? told : wait,
      findings: theCase.findings,
      ...(next === undefined
        ? {}
        : {
            waitMs: Math.max(0, next.at - now),
            timer: new Date(next.at - clockOffsetMs).toISOString(),
          }),
    },
  };
}

/** Whether the workflow must look again: the stage, the kind of wait or the next moment is another. */
export function mustLook(before: ApplicationEntity, after: ApplicationEntity): boolean {
  return (
    before.stage !== after.stage ||
    before.round !== after.round ||
    before.wait.kind !== after.wait.kind ||
    before.nextMoment?.getTime() !== after.nextMoment?.getTime()
  );
}

/** Whether a settled case has anything to save. */
export function isNews(before: ApplicationEntity, { decided, messages, application }: Settled): boolean {
  return decided.rows.length > 0 || messages.length > 0 || !isDeepStrictEqual(application, before);
}

/** Brings the application's row up to date; most looks of a workflow find nothing to change. */
export async function saveProjection(
  manager: EntityManager,
  before: ApplicationEntity,
  after: ApplicationEntity,
): Promise<void> {
  if (isDeepStrictEqual(after, before)) return;
  const { id, stage, round, ended, overlays, wait, glance, endOn, safeEnd, cup, nextMoment, seq, callSeq } =
    after;
  const projection = {
    stage,
    round,
    ended,
    overlays,
    wait,
    glance,
    endOn,
    safeEnd,
    cup,
    nextMoment,
    seq,
    callSeq,
  };
  await manager.update(ApplicationEntity, { id }, projection);
}

/** Other applications of the union that carry the same CUP. */
export async function cupUsesOf(
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

/** Saves messages decided for the first time, and wakes the post of each person who is written to. */
export async function saveMessages(
  manager: EntityManager,
  messages: readonly MessageEntity[],
): Promise<void> {
  if (messages.length === 0) return;
  await manager
    .createQueryBuilder()
    .insert()
    .into(MessageEntity)
    .values([...messages])
    .orIgnore()
    .execute();
  const people = messages.filter((message) => message.state === 'pending').map((message) => message.personId);
  await queueWake(manager, 'post', [...new Set(people)]);
}

function messageRows(
  application: ApplicationEntity,
  messages: ReturnType<typeof decide>['messages'],
  now: number,
): MessageEntity[] {
  const today = localAt(now).date;
  return messages.map((message) => ({
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
    body: message.body,
    decidedAt: new Date(now),
    state: message.superseded === true ? 'skipped' : 'pending',
    why: message.superseded === true ? `superseded on ${today}` : null,
    mailId: null,
  }));
}
