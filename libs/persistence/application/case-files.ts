import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { cupOf, type OtherCupUse } from '#domain/application/case/cup-of.js';
import { isClosedOn } from '#domain/calendar/closures.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import {
  type CallFile,
  type CaseFile,
  CaseFiles,
  type FiledDocument,
  type NamedPerson,
} from '#use-cases/ports/case-files.js';
import type { LoadedCase } from '#use-cases/ports/case-store.js';
import { definitionOf } from '../call/definition-of.js';
import { MessageEntity, toDecision } from '../message/message.entities.js';
import { cupUsesOf } from '../record/cup-uses.js';
import { factsOf, lookAtCase } from '../record/load-case.js';
import { asPerson } from '../scoped.js';

/** Read in a person's name; row-level security leaves out what is not theirs. */
export class PostgresCaseFiles extends CaseFiles {
  constructor(private readonly database: DataSource) {
    super();
  }

  override read(person: string, application: string): Promise<CaseFile | undefined> {
    return asPerson(this.database, person, (manager) => fileOf(manager, application));
  }

  override usesOf(
    person: string,
    { id, union }: { id: string; union: string },
    cup: string,
  ): Promise<OtherCupUse[]> {
    return asPerson(this.database, person, (manager) => cupUsesOf(manager, { id, unionId: union }, cup));
  }

  override hashes(person: string, streams: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return asPerson(this.database, person, (manager) => hashesOf(manager, streams));
  }

  override call(person: string, id: string): Promise<CallFile | undefined> {
    return asPerson(this.database, person, async (manager) => {
      const [row]: { number: string; slug: string; seq: number }[] = await manager.query(
        `select c.number, c.slug, s.seq from call c join stream s on s.id = c.id where c.id = $1`,
        [id],
      );
      if (row === undefined) return undefined;
      const facts = await factsOf(manager, id);
      const { number, slug, seq } = row;
      return {
        id,
        number,
        slug,
        seq,
        facts,
        definition: await definitionOf(manager, id),
        names: await namesOf(
          manager,
          facts.flatMap((each) => each.actor ?? []),
        ),
        bodies: await bodiesOf(manager),
        details: await detailsOf(manager, facts),
        hashes: await hashesOf(manager, [id]),
      };
    });
  }

  override ofCall(person: string, call: string): Promise<CaseFile[]> {
    return asPerson(this.database, person, async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `select a.id from application a join body b on b.id = a.applicant_id
          where a.call_id = $1 order by b.name, a.number`,
        [call],
      );
      const files: CaseFile[] = [];
      for (const { id } of rows) {
        const file = await fileOf(manager, id);
        if (file !== undefined) files.push(file);
      }
      return files;
    });
  }
}

async function fileOf(manager: EntityManager, id: string): Promise<CaseFile | undefined> {
  const loaded = await lookAtCase(manager, id);
  if (loaded === undefined) return undefined;
  const { application, definition, stream, callStream, facts, callFacts, told, people } = loaded;
  const cup = cupOf(facts);
  const [row]: {
    number: string;
    slug: string;
    istat: string | null;
    later: { slug: string; number: string } | null;
    participants: string[];
  }[] = await manager.query(
    `select c.number, c.slug, (select b.istat from body b where b.id = $3) as istat,
            (select jsonb_build_object('slug', l.slug, 'number', l.number) from application l
              where l.call_id = c.id and l.applicant_id = $3 and l.attempt > $4 order by l.attempt desc limit 1) as later,
            array(select p.body_id from participant p where p.application_id = $2 order by p.body_id) as participants
       from call c where c.id = $1`,
    [application.callId, id, application.applicantId, application.attempt],
  );
  const next =
    application.nextMoment === null || application.wait.next === undefined
      ? undefined
      : { at: new Date(application.nextMoment).getTime(), what: application.wait.next.what };
  return {
    id,
    number: application.number,
    slug: application.slug,
    union: application.unionId,
    call: { id: application.callId, number: row?.number ?? '', slug: row?.slug ?? '' },
    applicant: {
      id: application.applicantId,
      name: loaded.applicantName,
      ...(row?.istat == null ? {} : { istat: row.istat }),
    },
    ...(row?.later == null ? {} : { later: row.later }),
    participants: row?.participants ?? [],
    attempt: application.attempt,
    amountCents: application.amountCents,
    definition,
    streams: { call: callFacts, application: facts },
    seq: stream.seq,
    callSeq: callStream.seq,
    seenCallSeq: application.callSeq,
    ahead: {
      ...(next === undefined ? {} : { next }),
      coming: () => application.wait.coming.map((each) => each.what),
    },
    ...(application.callSeq === callStream.seq ? { looksAt: application.nextMoment?.getTime() ?? null } : {}),
    told,
    pending: await pendingOf(manager, id),
    cupUses: cup === undefined ? [] : await cupUsesOf(manager, application, cup),
    people,
    post: loaded.post,
    isClosed: isClosedOn(people.closures),
    names: await namesOf(manager, peopleIn(loaded)),
    bodies: await bodiesOf(manager),
    details: await detailsOf(manager, [...facts, ...callFacts]),
    documents: await documentsOf(manager, id),
  };
}

async function hashesOf(manager: EntityManager, streams: readonly string[]): Promise<Map<string, string>> {
  const rows: { id: string; hash: string }[] = await manager.query(
    'select id, hash from fact where stream_id = any ($1)',
    [streams],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** Everybody whom the case names; of them `namesOf` finds those whom the reader may see, with absences to come. */
function peopleIn({ people, facts, callFacts, told }: LoadedCase): string[] {
  return [
    ...people.memberships.map((each) => each.person),
    ...people.absences.flatMap((each) => each.substitute ?? []),
    ...[...facts, ...callFacts].flatMap((each) => each.actor ?? []),
    ...told.map((each) => each.person),
  ];
}

async function namesOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, NamedPerson>> {
  const rows: {
    id: string;
    name: string;
    phone: string | null;
    email: string | null;
    away: { from: LocalDate; to: LocalDate; substitute: string | null }[];
  }[] = await manager.query(
    `select p.id, p.name, p.phone, p.email,
            (select coalesce(json_agg(json_build_object('from', a.from_date, 'to', a.to_date,
                'substitute', a.substitute_id) order by a.from_date), '[]')
               from absence a where a.person_id = p.id and a.to_date >= (select app_today())) as away
       from person p where p.id = any ($1)`,
    [[...new Set(ids)]],
  );
  return new Map(
    rows.map(({ id, name, phone, email, away }) => [
      id,
      {
        name,
        ...(phone === null ? {} : { phone }),
        ...(email === null ? {} : { email }),
        away: away.map(({ from, to, substitute }) => ({
          from,
          to,
          ...(substitute === null ? {} : { substitute }),
        })),
      },
    ]),
  );
}

/** What waits for its hour, in the order in which it was decided; of a mail that was begun nothing waits any more. */
async function pendingOf(manager: EntityManager, application: string): Promise<MessageDecision[]> {
  const rows = await manager.find(MessageEntity, {
    where: { applicationId: application, state: 'pending', mailId: IsNull() },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
  return rows.map(toDecision);
}

async function bodiesOf(manager: EntityManager): Promise<Map<string, string>> {
  const rows: { id: string; name: string }[] = await manager.query('select id, name from body');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function detailsOf(
  manager: EntityManager,
  facts: readonly { id: string }[],
): Promise<CaseFile['details']> {
  const rows: { id: string; detail: Record<string, unknown> }[] = await manager.query(
    'select fact_id as id, detail from fact_detail where fact_id = any ($1)',
    [facts.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, detail }) => [id, detail]));
}

async function documentsOf(manager: EntityManager, application: string): Promise<Map<string, FiledDocument>> {
  const rows: FiledDocument[] = await manager.query(
    `select id, requirement, file_name as "fileName", bytes::float8 as bytes, sha256, media_type as "mediaType"
       from document where application_id = $1 order by stored_at`,
    [application],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
