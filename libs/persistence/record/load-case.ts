import type { EntityManager } from 'typeorm';
import type { LiveBeside, ToldMessage } from '#domain/application/decide/decide.js';
import type { Fact } from '#domain/fact/fact.js';
import { type LoadedCase, toFact } from '#use-cases/ports/case-store.js';
import type { ApplicationEntity } from '../application/application.entities.js';
import { definitionOf } from '../call/definition-of.js';
import { type AssignmentRows, assignmentsOf, peopleOf } from '../people/assignments.js';
import { type PostPeopleRow, postPeopleOf } from '../people/post-people.js';
import { prepared } from '../prepared.js';
import { FactEntity, StreamEntity } from '../stream/stream.entities.js';

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

/** The call's stream is share-locked, so that none of its acts slips between what is read and what is decided. */
const LOCK_CASE = `
  select 1 from application a join stream s on s.id = a.id join stream cs on cs.id = a.call_id
   where a.id = $1
     for update of s for share of cs`;

/** Who perhaps read what was left out afterwards is told what has changed, as whoever read it for sure. */
const READ_CASE = `
  select a.id, a.union_id as "unionId", a.call_id as "callId", a.number, a.slug, a.applicant_id as "applicantId", a.attempt,
         a.amount_cents::float8 as "amountCents", a.stage, a.round, a.ended, a.overlays, a.wait, a.glance, a.end_on as "endOn",
         a.safe_end as "safeEnd", a.cup, a.next_moment as "nextMoment", a.seq, a.call_seq as "callSeq",
         s.seq as "streamSeq", s.head as "streamHead", cs.seq as "callStreamSeq", cs.head as "callStreamHead",
         (select b.name from body b where b.id = a.applicant_id) as "applicantName",
         (select coalesce(json_agg(f), '[]') from (
            select f.id, f.stream_id as "streamId", f.seq, f.type, f.legal_date as "legalDate",
                   f.legal_time as "legalTime", f.legal_source as "legalSource", f.recorded_at as "recordedAt",
                   f.actor_id as "actorId", f.on_behalf_of as "onBehalfOf", f.channel, f.body, f.corrects
              from fact f where f.stream_id in (a.id, a.call_id) order by f.seq) f) as facts,
         (select coalesce(json_agg(m), '[]') from (
            select m.key, m.kind, m.person_id as person, m.term, m.deliver_at as "deliverAt",
                   case when m.why like 'perhaps %' then 'sent' else m.state end as state
              from message m where m.application_id = a.id) m) as told,
         (select coalesce(json_agg(b), '[]') from live_beside(a.union_id, a.id) b) as besides,
         people.bodies, people.memberships, people.absences, post_people(people.all_of_them) as post
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
  facts: FactRow[];
  besides: LiveBeside[];
  post: PostPeopleRow;
  told: (Omit<ToldMessage, 'term'> & { term: ToldMessage['term'] | null })[];
}

/** Locks the application's stream, share-locks its call's, and reads the case; undefined when there is none in sight. */
export async function loadCase(manager: EntityManager, id: string): Promise<LoadedCase | undefined> {
  const locked = await prepared(manager, 'lock_case', LOCK_CASE, [id]);
  // Read only now, so that what was committed while this waited for the lock is seen.
  return locked.length === 0 ? undefined : lookAtCase(manager, id);
}

/** Reads the case by one statement, so as it stood at one moment; whoever adds to it must hold the lock. */
export async function lookAtCase(manager: EntityManager, id: string): Promise<LoadedCase | undefined> {
  const [row] = await prepared<CaseRow>(manager, 'read_case', READ_CASE, [id]);
  if (row === undefined) return undefined;
  const { streamSeq, streamHead, callStreamSeq, callStreamHead, ...read } = row;
  const {
    applicantName,
    facts: rows,
    besides,
    told,
    post,
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
    definition: await definitionOf(manager, callId),
    callFacts: facts(callId),
    facts: facts(id),
    besides,
    told: told.map(({ term, deliverAt, ...message }) => ({
      ...message,
      deliverAt: new Date(deliverAt).toISOString(),
      ...(term === null ? {} : { term }),
    })),
    people: assignmentsOf({ bodies, memberships, absences }, application),
    post: postPeopleOf(post),
  };
}
