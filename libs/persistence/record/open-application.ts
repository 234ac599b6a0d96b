import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CallDefinition } from '#domain/call/definition.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { ApplicantToOpen, OpenedApplication, Outcome } from '#use-cases/ports/case-record.js';
import { ApplicationEntity, ParticipantEntity } from '../application/application.entities.js';
import { StreamEntity } from '../stream/stream.entities.js';
import { queueWake } from '../wake/wake.js';
import { appendFacts } from './append-facts.js';
import { settleCase } from './settle-case.js';

interface Opening {
  callStream: StreamEntity;
  callFacts: readonly Fact[];
  definition: CallDefinition;
  applicant: ApplicantToOpen;
  actor?: string;
  now: number;
  clockOffsetMs: number;
}

/**
 * Opens a body's application: its stream, its first fact and its first decisions. Refused while the body already has
 * as many live applications to this call as the call allows (one, in PA digitale 2026).
 */
export async function openApplication(
  manager: EntityManager,
  opening: Opening,
): Promise<Outcome<OpenedApplication>> {
  const { callStream, definition, applicant, now } = opening;
  const earlier = await manager.findBy(ApplicationEntity, {
    callId: callStream.id,
    applicantId: applicant.body,
  });
  const live = earlier.filter((each) => !each.ended).length;
  if (live >= definition.liveApplicationsPerBody) {
    return {
      ok: false,
      refused: {
        code: 'AVV-04',
        detail:
          'Il Comune ha già una candidatura in corso per questo avviso: prima serve il decreto di rinuncia.',
      },
    };
  }
  const at = localAt(now);
  const stream: StreamEntity = {
    id: uuid(),
    unionId: callStream.unionId,
    kind: 'application',
    seq: 0,
    head: '',
  };
  const number = await nextNumber(manager, callStream.unionId, 'application', at.date);
  await manager.insert(StreamEntity, stream);
  const first = definition.stages[0];
  if (first === undefined) throw new Error('a definition has stages');
  const application: ApplicationEntity = {
    id: stream.id,
    unionId: callStream.unionId,
    callId: callStream.id,
    number,
    applicantId: applicant.body,
    attempt: earlier.length + 1,
    amountCents: applicant.amountCents,
    stage: first.id,
    round: 1,
    ended: false,
    overlays: [],
    wait: {
      kind: first.wait,
      stage: first.id,
      round: 1,
      label: first.label,
      upTo: '',
      since: at.date,
      missing: [],
      sentence: '',
    },
    endOn: null,
    safeEnd: null,
    cup: null,
    nextMoment: null,
    seq: 0,
    callSeq: 0,
  };
  await manager.insert(ApplicationEntity, application);
  await manager.insert(
    ParticipantEntity,
    [...new Set([applicant.body, ...applicant.participants])].map((body) => ({
      applicationId: stream.id,
      bodyId: body,
      unionId: callStream.unionId,
    })),
  );
  const fact: NewFact = {
    type: 'application.opened',
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received',
    channel: 'web',
    ...(opening.actor === undefined ? {} : { actor: opening.actor }),
    body: {
      call: callStream.id,
      applicant: applicant.body,
      participants: applicant.participants,
      attempt: earlier.length + 1,
      amountCents: applicant.amountCents,
    },
  };
  const facts = await appendFacts(manager, stream, [{ fact }], now);
  await settleCase(manager, {
    loaded: { stream, callStream, application },
    definition,
    callFacts: opening.callFacts,
    facts,
    now,
    clockOffsetMs: opening.clockOffsetMs,
    byWorker: true,
  });
  await queueWake(manager, 'application', [stream.id]);
  return { ok: true, value: { id: stream.id, number, applicant: applicant.body } };
}

/** Human numbers, `ULL-2027-0012` for applications and `ULL-2027-A03` for calls, counted per union and year. */
export async function nextNumber(
  manager: EntityManager,
  unionId: string,
  kind: 'call' | 'application',
  date: string,
): Promise<string> {
  const year = Number(date.slice(0, 4));
  const rows: { ipa: string; last: number }[] = await manager.query(
    `insert into numbering (union_id, kind, year, last) values ($1, $2, $3, 1)
     on conflict (union_id, kind, year) do update set last = numbering.last + 1
     returning last, (select ipa from union_ where id = $1) as ipa`,
    [unionId, kind, year],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('numbering gave no number');
  const digits =
    kind === 'call' ? `A${String(row.last).padStart(2, '0')}` : String(row.last).padStart(4, '0');
  return `${row.ipa}-${year}-${digits}`;
}
