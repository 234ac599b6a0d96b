import { cursorOf, readCursor } from '#contracts/cursor.js';
import type { DataSource, EntityManager } from 'typeorm';
import type { HistoryQuery } from '#contracts/union-history.js';
import { typesOf } from '#domain/fact/fact-kinds.js';
import {
  type ChainHead,
  type HistoryNames,
  HistoryQueries,
  type StoredFact,
} from '#use-cases/ports/history-queries.js';
import { definitionOf } from '../call/definition-of.js';
import { toFact } from '#use-cases/ports/case-store.js';
import { asPerson } from '../scoped.js';
import type { FactEntity } from '../stream/stream.entities.js';

const PAGE = 50;
const AT_ONCE = 500;

const FACT = `
  select f.id, f.stream_id as "streamId", f.union_id as "unionId", f.seq, f.type, f.v, f.legal_date::text as "legalDate",
         f.legal_time::text as "legalTime", f.legal_source as "legalSource", f.recorded_at as "recordedAt",
         f.actor_id as "actorId", f.on_behalf_of as "onBehalfOf", f.channel, f.body, f.corrects,
         f.detail_hash as "detailHash", f.hash, t.detail, c.id as call, c.slug as "callSlug",
         e.body ->> 'shortTitle' as "shortTitle", a.slug as "applicationSlug", a.number, b.name as applicant,
         (select o.id from fact o where o.corrects = f.id) as "correctedBy",
         exists (select 1 from fact o where o.id = f.corrects and o.type = 'call.fundsExhausted') as "undoesSpent"
    from fact f
    left join application a on a.id = f.stream_id
    join call c on c.id = coalesce(a.call_id, f.stream_id)
    join edition e on e.id = c.edition_id
    left join body b on b.id = a.applicant_id
    left join fact_detail t on t.fact_id = f.id`;

/** What the office notes for itself is not there for who does not see its words. */
const SEEN = `not (f.type = 'talk.logged' and f.body ->> 'officeOnly' = 'true' and t.fact_id is null)`;

/** Facts of all streams in a person's name. */
export class PostgresHistoryQueries extends HistoryQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  override page(person: string, query: HistoryQuery) {
    const { body, call, kind, from, to, order, after, person: actor } = query;
    const { at, id } = readCursor(after);
    const oldest = order === 'oldest';
    const way = oldest ? 'asc' : 'desc';
    return asPerson(this.database, person, async (manager) => {
      const rows: Row[] = await manager.query(
        `${FACT}
          where ${SEEN} and ($1::text is null or b.name = $1) and ($2::text is null or c.slug = $2)
            and ($3::text is null or case $3 when 'corrections' then f.corrects is not null
                  when 'engine' then f.channel = 'engine' else f.type = any ($4) end)
            and ($5::uuid is null or f.actor_id = $5)
            and ($6::date is null or f.legal_date >= $6) and ($7::date is null or f.legal_date <= $7)
            and ($8::timestamptz is null or (f.recorded_at, f.id) ${oldest ? '>' : '<'} ($8, $9::uuid))
          order by f.recorded_at ${way}, f.id ${way} limit ${PAGE + 1}`,
        [
          body ?? null,
          call ?? null,
          kind ?? null,
          kind === undefined ? [] : typesOf(kind),
          actor ?? null,
          from ?? null,
          to ?? null,
          at,
          id,
        ],
      );
      const shown = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return {
        facts: await storedIn(manager, shown),
        next: last === undefined ? null : cursorOf(last.recordedAt, last.id),
        ...(await namesIn(manager, shown)),
      };
    });
  }

  override choices(person: string) {
    return asPerson(this.database, person, async (manager) => {
      const bodies: { name: string }[] = await manager.query(
        `select distinct b.name from application a join body b on b.id = a.applicant_id order by b.name`,
      );
      const calls: { slug: string; shortTitle: string }[] = await manager.query(
        `select c.slug, e.body ->> 'shortTitle' as "shortTitle"
           from call c join edition e on e.id = c.edition_id
          order by c.launched_at desc`,
      );
      return { bodies: bodies.map(({ name }) => name), calls };
    });
  }

  override async *everything(person: string): AsyncIterable<{ facts: StoredFact[] } & HistoryNames> {
    let from: [string | null, number] = [null, 0];
    for (;;) {
      const batch = await asPerson(this.database, person, async (manager) => {
        const rows: Row[] = await manager.query(
          `${FACT}
            where $1::uuid is null or (f.stream_id, f.seq) > ($1, $2::int)
            order by f.stream_id, f.seq limit ${AT_ONCE}`,
          from,
        );
        return { rows, facts: await storedIn(manager, rows), ...(await namesIn(manager, rows)) };
      });
      const last = batch.rows.at(-1);
      if (last === undefined) return;
      yield batch;
      from = [last.streamId, last.seq];
    }
  }

  override heads(person: string): Promise<ChainHead[]> {
    return asPerson(this.database, person, (manager) =>
      manager.query(
        `select s.id as stream, s.kind, coalesce(a.number, c.number) as number, s.seq as facts, s.head
           from stream s left join application a on a.id = s.id left join call c on c.id = s.id
          order by s.id`,
      ),
    );
  }
}

interface Row extends FactEntity {
  detail: Record<string, unknown> | null;
  callSlug: string;
  shortTitle: string;
  call: string;
  applicationSlug: string | null;
  number: string | null;
  applicant: string | null;
  correctedBy: string | null;
  undoesSpent: boolean;
}

async function storedIn(manager: EntityManager, rows: readonly Row[]): Promise<StoredFact[]> {
  const stored: StoredFact[] = [];
  for (const row of rows) {
    const { applicationSlug: slug, number, applicant, detail, correctedBy } = row;
    stored.push({
      fact: toFact(row),
      stream: row.streamId,
      hash: row.hash,
      detailHash: row.detailHash,
      unionId: row.unionId,
      v: row.v,
      // Read once a process, whatever the number of rows.
      definition: await definitionOf(manager, row.call),
      call: { slug: row.callSlug, shortTitle: row.shortTitle },
      ...(slug === null ? {} : { application: { slug, number: number ?? '', applicant: applicant ?? '' } }),
      ...(detail === null ? {} : { detail }),
      ...(correctedBy === null ? {} : { correctedBy }),
      undoesSpent: row.undoesSpent,
    });
  }
  return stored;
}

/** Everybody whom a sentence may name: who recorded it, and who is spoken of. */
async function namesIn(manager: EntityManager, rows: readonly Row[]): Promise<HistoryNames> {
  const people = rows.flatMap(({ actorId, body }) => {
    const spokenOf = 'person' in body && typeof body.person === 'string' ? [body.person] : [];
    return actorId === null ? spokenOf : [actorId, ...spokenOf];
  });
  const named: { id: string; name: string }[] = await manager.query(
    'select id, name from person where id = any ($1)',
    [[...new Set(people)]],
  );
  const bodies: { id: string; name: string }[] = await manager.query('select id, name from body');
  return {
    people: new Map(named.map(({ id, name }) => [id, name])),
    bodies: new Map(bodies.map(({ id, name }) => [id, name])),
  };
}
