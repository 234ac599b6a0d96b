import type { DataSource, EntityManager } from 'typeorm';
import type { ListedCall } from '#contracts/calls.js';
import { type Applicant, CaseQueries } from '#use-cases/ports/case-queries.js';
import type { RecordedChange } from '#use-cases/refusal.js';
import { DocumentEntity } from '../document/document.entity.js';
import { CallEntity } from '../call/call.entities.js';
import { whoIs } from '../people/who.js';
import { asPerson } from '../scoped.js';
import { ApplicationEntity, ParticipantEntity } from './application.entities.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** How a row is named in an address: by its id, its human number or its slug. */
function named(name: string): { id: string } | ({ number: string } | { slug: string })[] {
  return UUID.test(name) ? { id: name } : [{ number: name }, { slug: name }];
}

/** Queries in a person's name; row-level security leaves out what is not theirs. */
export class PostgresCaseQueries extends CaseQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  private read<T>(person: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return asPerson(this.database, person, work);
  }

  override find(person: string, idOrNumber: string) {
    return this.read(person, async (manager) => {
      const row = await manager.findOneBy(ApplicationEntity, named(idOrNumber));
      if (row === null) return undefined;
      const rows = await manager.findBy(ParticipantEntity, { applicationId: row.id });
      return { id: row.id, union: row.unionId, participants: rows.map((each) => each.bodyId) };
    });
  }

  override messages(person: string, id: string): ReturnType<CaseQueries['messages']> {
    return this.read(person, (manager) =>
      manager.query(
        `select m.id, m.person_id as "personId", m.key, m.kind, coalesce(p.name, '') as person, m.deliver_at as "deliverAt", m.state, m.why, m.step,
                l.subject, l.sent_at as "sentAt", l.id as mail
           from message m
           left join person p on p.id = m.person_id
           left join mail l on l.id = m.mail_id
          where m.application_id = $1 order by m.deliver_at, m.key limit 2000`,
        [id],
      ),
    );
  }

  override calls(person: string): Promise<ListedCall[]> {
    return this.read(person, (manager) =>
      manager.query(
        `select c.id, c.number, c.slug, e.body ->> 'title' as title,
                json_build_object('id', c.definition_id, 'version', c.definition_version) as definition,
                count(a.id)::int as applications, (count(a.id) filter (where a.ended))::int as ended,
                exists (select 1 from fact f where f.stream_id = c.id and f.type = 'call.withdrawn') as withdrawn
           from call c
           join edition e on e.id = c.edition_id
           left join application a on a.call_id = c.id
          group by c.id, e.id order by c.number`,
      ),
    );
  }

  override findCall(person: string, idOrNumber: string) {
    return this.read(person, async (manager) => {
      const row = await manager.findOneBy(CallEntity, named(idOrNumber));
      return row === null ? undefined : { id: row.id };
    });
  }

  override changes(person: string, facts: readonly string[]): Promise<RecordedChange[]> {
    return this.read(person, async (manager) => {
      const rows: (Omit<RecordedChange, 'recordedAt'> & { recordedAt: Date })[] = await manager.query(
        `select f.id as fact, f.type, f.recorded_at as "recordedAt", ${whoIs('f.actor_id')}
           from fact f where f.id = any ($1) order by f.recorded_at, f.seq limit 50`,
        [facts],
      );
      return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
    });
  }

  override applicants(person: string): Promise<Applicant[]> {
    return this.read(person, (manager) =>
      manager.query(
        `select b.id as body, b.istat, b.kind, b.name,
                coalesce(json_agg(json_build_object('on', r.on_date, 'count', r.count) order by r.on_date)
                  filter (where r.on_date is not null), '[]') as residents
           from body b left join residents r on r.body_id = b.id
          group by b.id, b.istat, b.kind, b.name order by b.name`,
      ),
    );
  }

  override document(person: string, application: string, document: string) {
    return this.read(person, async (manager) => {
      const row = await manager.findOneBy(DocumentEntity, { id: document, applicationId: application });
      if (row === null) return undefined;
      const { sha256, fileName, mediaType, bytes } = row;
      return { sha256, fileName, mediaType, bytes };
    });
  }
}
