import { type EntityManager, In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CallDefinition } from '#domain/call/definition.js';
import { type LocalMoment, localAt } from '#domain/calendar/local-date.js';
import { UNKNOWN_GLANCE } from '#domain/desk/glance.js';
import { applicationSlug } from '#domain/desk/slug.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { ApplicantToOpen, OpenedApplication } from '#use-cases/ports/case-record.js';
import { ApplicationEntity, ParticipantEntity } from '../application/application.entities.js';
import { loadAssignments } from '../people/assignments.js';
import { StreamEntity } from '../stream/stream.entities.js';
import { queueWake } from '../wake/wake.js';
import { chainFacts, insertFacts } from './append-facts.js';
import { saveMessages, settleCase } from './settle-case.js';
import { freeApplicationSlugs, namesOf } from './slugs.js';

interface Opening {
  callStream: StreamEntity;
  callFacts: readonly Fact[];
  callSlug: string;
  definition: CallDefinition;
  actor?: string;
  now: number;
  clockOffsetMs: number;
}

/**
 * Opens an application for each body: its stream, its first fact and its first decisions, a launch for hundreds with
 * as many statements as for one. Whether they may be opened was asked before (may-open.ts).
 */
export async function openApplications(
  manager: EntityManager,
  opening: Opening,
  applicants: readonly ApplicantToOpen[],
): Promise<OpenedApplication[]> {
  const { callStream, definition, now, clockOffsetMs } = opening;
  const { unionId } = callStream;
  const at = localAt(now);
  const bodies = applicants.map(({ body }) => body);
  const earlier = await manager.find(ApplicationEntity, {
    where: { callId: callStream.id, applicantId: In(bodies) },
    select: { id: true, applicantId: true },
  });
  const people = await loadAssignments(manager, [...new Set(bodies)]);
  const numbers = await nextNumbers(manager, unionId, 'application', at.date, applicants.length);
  const names = await namesOf(manager, bodies);
  const attempts = applicants.map((applicant, n) => {
    const before = earlier.filter((each) => each.applicantId === applicant.body).length;
    return before + bodies.slice(0, n).filter((each) => each === applicant.body).length + 1;
  });
  const slugs = await freeApplicationSlugs(
    manager,
    unionId,
    applicants.map(({ body }, n) => ({
      wanted: applicationSlug(names.get(body) ?? '', opening.callSlug, attempts[n] ?? 1),
      number: numbers[n] ?? '',
    })),
  );
  const opened = applicants.map((applicant, n) => {
    const attempt = attempts[n] ?? 1;
    const stream: StreamEntity = { id: uuid(), unionId, kind: 'application', seq: 0, head: '' };
    const application = newApplication(opening, stream, applicant, attempt, at);
    Object.assign(application, { number: numbers[n] ?? '', slug: slugs[n] ?? '' });
    const first = chainFacts(stream, [{ fact: openedFact(opening, applicant, attempt, at) }], now);
    const assignments = people.get(applicant.body);
    if (assignments === undefined) throw new Error(`body ${applicant.body} is not in sight`);
    const settled = settleCase({
      loaded: {
        stream: first.stream,
        callStream,
        application,
        applicantName: names.get(applicant.body) ?? '',
        callFacts: [...opening.callFacts],
        facts: first.facts,
        told: [],
        people: { ...assignments, application: application.id },
      },
      definition,
      cupUses: [],
      now,
      clockOffsetMs,
    });
    return { applicant, first, settled };
  });
  await manager.insert(
    StreamEntity,
    opened.map(({ settled }) => settled.decided.stream),
  );
  await manager.insert(
    ApplicationEntity,
    opened.map(({ settled }) => settled.application),
  );
  await manager.insert(
    ParticipantEntity,
    opened.flatMap(({ applicant, settled }) =>
      [...new Set([applicant.body, ...applicant.participants])].map((bodyId) => ({
        applicationId: settled.application.id,
        bodyId,
        unionId,
      })),
    ),
  );
  await insertFacts(
    manager,
    opened.flatMap(({ first, settled }) => [first, settled.decided]),
  );
  await saveMessages(
    manager,
    opened.flatMap(({ settled }) => settled.messages),
  );
  await queueWake(
    manager,
    'application',
    opened.map(({ settled }) => settled.application.id),
  );
  return opened.map(({ applicant, settled: { application } }) => ({
    id: application.id,
    number: application.number,
    slug: application.slug,
    applicant: applicant.body,
  }));
}

/** The row before anything was decided; it goes in as `settleCase` leaves it. */
function newApplication(
  { callStream, definition }: Opening,
  stream: StreamEntity,
  applicant: ApplicantToOpen,
  attempt: number,
  at: LocalMoment,
): ApplicationEntity {
  const first = definition.stages[0];
  if (first === undefined) throw new Error('a definition has stages');
  return {
    id: stream.id,
    unionId: stream.unionId,
    callId: callStream.id,
    number: '',
    slug: '',
    applicantId: applicant.body,
    attempt,
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
      state: '',
      sentence: '',
      why: '',
      coming: [],
    },
    glance: UNKNOWN_GLANCE,
    endOn: null,
    safeEnd: null,
    cup: null,
    nextMoment: null,
    seq: 0,
    callSeq: 0,
  };
}

function openedFact(
  { callStream, actor }: Opening,
  applicant: ApplicantToOpen,
  attempt: number,
  at: LocalMoment,
): NewFact {
  return {
    type: 'application.opened',
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received',
    channel: 'web',
    ...(actor === undefined ? {} : { actor }),
    body: {
      call: callStream.id,
      applicant: applicant.body,
      participants: applicant.participants,
      attempt,
      amountCents: applicant.amountCents,
    },
  };
}

/** Human numbers, `ULL-2027-0012` for applications and `ULL-2027-A03` for calls, counted per union and year. */
export async function nextNumbers(
  manager: EntityManager,
  unionId: string,
  kind: 'call' | 'application',
  date: string,
  count: number,
): Promise<string[]> {
  const year = Number(date.slice(0, 4));
  const rows: { ipa: string; last: number }[] = await manager.query(
    `insert into numbering (union_id, kind, year, last) values ($1, $2, $3, $4)
     on conflict (union_id, kind, year) do update set last = numbering.last + $4
     returning last, (select ipa from union_ where id = $1) as ipa`,
    [unionId, kind, year, count],
  );
  const row = rows[0];
  if (row === undefined) throw new Error('numbering gave no number');
  return Array.from({ length: count }, (_, n) => {
    const number = row.last - count + 1 + n;
    const digits = kind === 'call' ? `A${String(number).padStart(2, '0')}` : String(number).padStart(4, '0');
    return `${row.ipa}-${year}-${digits}`;
  });
}
