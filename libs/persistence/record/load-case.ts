import type { EntityManager } from 'typeorm';
import type { Streams } from '#domain/application/case/case.js';
import type { ToldMessage } from '#domain/application/decide/decide.js';
import type { Assignments } from '#domain/people/assignment.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import { ApplicationEntity } from '../application/application.entities.js';
import { DefinitionEntity } from '../call/call.entities.js';
import { type AssignmentRows, assignmentsOf, type Closures, peopleOf } from '../people/assignments.js';
import { prepared } from '../prepared.js';
import { FactEntity, StreamEntity } from '../stream/stream.entities.js';

/** A row as the domain reads it; its hash stays behind. */
export function toFact(row: Omit<FactEntity, 'hash' | 'detailHash' | 'unionId' | 'v'>): Fact {
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

/** An application with everything its decisions read, as it stood at one moment. */
export interface LoadedCase {
  stream: StreamEntity;
  callStream: StreamEntity;
  application: ApplicationEntity;
  applicantName: string;
  definition: { id: string; version: number };
  callFacts: Fact[];
  facts: Fact[];
  told: ToldMessage[];
  people: Assignments & { closures: Closures };
}

export function streamsOf({ callFacts, facts }: Pick<LoadedCase, 'callFacts' | 'facts'>): Streams {
  return { call: callFacts, application: facts };
}

/** The call's stream is share-locked, so that none of its acts slips between what is read and what is decided. */
const LOCK_CASE = `
  select 1 from application a join stream s on s.id = a.id join stream cs on cs.id = a.call_id
   where a.id = $1
     for update of s for share of cs`;

const READ_CASE = `
  select a.id, a.union_id as "unionId", a.call_id as "callId", a.number, a.slug, a.applicant_id as "applicantId", a.attempt,
         a.amount_cents::float8 as "amountCents", a.stage, a.round, a.ended, a.overlays, a.wait, a.glance, a.end_on as "endOn",
         a.safe_end as "safeEnd", a.cup, a.next_moment as "nextMoment", a.seq, a.call_seq as "callSeq",
         s.seq as "streamSeq", s.head as "streamHead", cs.seq as "callStreamSeq", cs.head as "callStreamHead",
         (select b.name from body b where b.id = a.applicant_id) as "applicantName",
         (select json_build_object('id', c.definition_id, 'version', c.definition_version) from call c
           where c.id = a.call_id) as definition,
         (select coalesce(json_agg(f), '[]') from (
            select f.id, f.stream_id as "streamId", f.seq, f.type, f.legal_date as "legalDate",
                   f.legal_time as "legalTime", f.legal_source as "legalSource", f.recorded_at as "recordedAt",
                   f.actor_id as "actorId", f.on_behalf_of as "onBehalfOf", f.channel, f.body, f.corrects
              from fact f where f.stream_id in (a.id, a.call_id) order by f.seq) f) as facts,
         (select coalesce(json_agg(m), '[]') from (
            select m.key, m.kind, m.person_id as person, m.term, m.state, m.deliver_at as "deliverAt"
              from message m where m.application_id = a.id) m) as told,
         people.bodies, people.memberships, people.absences
    from application a join stream s on s.id = a.id join stream cs on cs.id = a.call_id,
         ${peopleOf('a.union_id', 'a.applicant_id', 'a.id')}
   where a.id = $1`;

type FactRow = Omit<FactEntity, 'recordedAt' | 'hash' | 'detailHash' | 'unionId' | 'v'> & {
  recordedAt: string;
};

interface CaseRow extends ApplicationEntity, AssignmentRows {
  streamSeq: number;
  streamHead: string;
  callStreamSeq: number;
  callStreamHead: string;
  applicantName: string;
  definition: { id: string; version: number };
  facts: FactRow[];
  told: (Omit<ToldMessage, 'term'> & { term: ToldMessage['term'] | null })[];
}

/** Locks the application's stream, share-locks its call's, and reads the case; null when there is none in sight. */
export async function loadCase(manager: EntityManager, id: string): Promise<LoadedCase | null> {
  const locked = await prepared(manager, 'lock_case', LOCK_CASE, [id]);
  // Read only now, so that what was committed while this waited for the lock is seen.
  return locked.length === 0 ? null : lookAtCase(manager, id);
}

/** Reads the case by one statement, so as it stood at one moment; whoever adds to it must hold the lock. */
export async function lookAtCase(manager: EntityManager, id: string): Promise<LoadedCase | null> {
  const [row] = await prepared<CaseRow>(manager, 'read_case', READ_CASE, [id]);
  if (row === undefined) return null;
  const { streamSeq, streamHead, callStreamSeq, callStreamHead, ...read } = row;
  const {
    applicantName,
    definition,
    facts: rows,
    told,
    bodies,
    memberships,
    absences,
    ...application
  } = read;
  const { callId, unionId } = application;
  const facts = (of: string) =>
    rows
      .filter((fact) => fact.streamId === of)
      .map((fact) => toFact({ ...fact, recordedAt: new Date(fact.recordedAt) }));
  return {
    stream: { id, unionId, kind: 'application', seq: streamSeq, head: streamHead },
    callStream: { id: callId, unionId, kind: 'call', seq: callStreamSeq, head: callStreamHead },
    application,
    applicantName,
    definition,
    callFacts: facts(callId),
    facts: facts(id),
    told: told.map(({ term, deliverAt, ...message }) => ({
      ...message,
      deliverAt: new Date(deliverAt).toISOString(),
      ...(term === null ? {} : { term }),
    })),
    people: assignmentsOf({ bodies, memberships, absences }, application),
  };
}
