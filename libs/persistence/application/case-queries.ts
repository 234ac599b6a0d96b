import type { DataSource, EntityManager } from 'typeorm';
import { type Case, readCase } from '#domain/application/case.js';
import { cupFindings, cupOf } from '#domain/application/cup-findings.js';
import { explain } from '#domain/application/explain.js';
import { stageOf } from '#domain/call/definition.js';
import {
  type Applicant,
  type ApplicationPage,
  CaseQueries,
  type HistoryLine,
  type ListedApplication,
  type ListedCall,
  type ListedMessage,
} from '#use-cases/ports/case-queries.js';
import { DocumentEntity } from '../document/document.entity.js';
import { CallEntity } from '../call/call.entities.js';
import { definitionOf, factsOf } from '../record/load-case.js';
import { reasonOf } from '../record/reason.js';
import { cupUsesOf } from '../record/settle-case.js';
import { asPerson } from '../scoped.js';
import { ApplicationEntity, ParticipantEntity } from './application.entities.js';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const LIST = `
  select a.id, a.number, a.amount_cents::float8 as "amountCents", a.stage, a.overlays, a.ended, a.cup,
         a.end_on as "end", a.safe_end as "safeEnd", a.wait ->> 'label' as label, a.wait ->> 'upTo' as "upTo",
         a.call_seq < s.seq as updating,
         json_build_object('id', c.id, 'number', c.number, 'title', d.body ->> 'shortTitle') as call,
         json_build_object('id', b.id, 'name', b.name) as applicant,
         array(select p.body_id from participant p where p.application_id = a.id order by p.body_id) as participants
    from application a
    join call c on c.id = a.call_id
    join stream s on s.id = c.id
    join definition d on d.id = c.definition_id and d.version = c.definition_version
    join body b on b.id = a.applicant_id`;

/** The closing with its reason, which stands apart from the facts. */
async function closingOf(manager: EntityManager, { closed }: Case): Promise<Pick<Case, 'closed'>> {
  if (closed === undefined) return {};
  const because = await reasonOf(manager, closed.fact);
  return { closed: { ...closed, ...(because === undefined ? {} : { because }) } };
}

/** Queries in a person's name; row-level security leaves out what is not theirs. */
export class PostgresCaseQueries extends CaseQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  private read<T>(person: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return asPerson(this.database, person, work);
  }

  override applications(person: string): Promise<ListedApplication[]> {
    return this.read(person, (manager) => manager.query(`${LIST} order by b.name, a.number limit 10000`));
  }

  override find(person: string, idOrNumber: string) {
    return this.read(person, async (manager) => {
      const where = UUID.test(idOrNumber) ? { id: idOrNumber } : { number: idOrNumber };
      const row = await manager.findOneBy(ApplicationEntity, where);
      if (row === null) return undefined;
      const rows = await manager.findBy(ParticipantEntity, { applicationId: row.id });
      return { id: row.id, union: row.unionId, participants: rows.map((each) => each.bodyId) };
    });
  }

  override page(person: string, id: string): Promise<ApplicationPage | undefined> {
    return this.read(person, async (manager) => {
      const listed: ListedApplication[] = await manager.query(`${LIST} where a.id = $1`, [id]);
      const line = listed[0];
      if (line === undefined) return undefined;
      const row = await manager.findOneByOrFail(ApplicationEntity, { id });
      const call = await manager.findOneByOrFail(CallEntity, { id: row.callId });
      const definition = await definitionOf(manager, call.definitionId, call.definitionVersion);
      const facts = await factsOf(manager, id);
      const read = readCase(definition, { call: await factsOf(manager, call.id), application: facts });
      const findings = cupFindings(read, await cupUsesOf(manager, row, cupOf(facts)), facts);
      const theCase = { ...read, findings, ...(await closingOf(manager, read)) };
      const documents = await manager.find(DocumentEntity, {
        where: { applicationId: id },
        order: { storedAt: 'ASC' },
      });
      const next =
        row.nextMoment === null || row.wait.next === undefined
          ? undefined
          : { at: row.nextMoment.getTime(), what: row.wait.next.what };
      return {
        ...line,
        wait: explain(theCase, next, line.applicant.name),
        findings,
        missing: theCase.missing.map(({ requirement, status, upTo }) => ({
          requirement: requirement.id,
          label: requirement.label,
          status,
          place: requirement.kind === 'approval' ? 'here' : requirement.place,
          upTo: [...upTo],
        })),
        terms: theCase.terms.map(({ id: term, label, round, official, status, term: dates }) => ({
          id: term,
          label,
          round,
          official,
          status,
          start: dates.start,
          end: dates.end,
          cutOff: dates.cutOff,
          safeEnd: dates.safeEnd,
          history: dates.history,
        })),
        path: theCase.path.map((step) => ({
          stage: step.stage.id,
          label: stageOf(definition, step.stage.id).label,
          round: step.round,
          entered: step.entered.date,
          ...(step.left === undefined ? {} : { left: step.left.at.date, outcome: step.left.outcome }),
        })),
        values: theCase.values,
        documents: documents.map((each) => ({
          id: each.id,
          requirement: each.requirement,
          fileName: each.fileName,
          sha256: each.sha256,
          bytes: each.bytes,
          storedAt: each.storedAt.toISOString(),
        })),
      };
    });
  }

  override history(person: string, id: string): Promise<HistoryLine[]> {
    return this.read(person, (manager) =>
      manager.query(
        `select f.id, f.seq, f.type, f.legal_date as "legalDate", f.legal_time as "legalTime",
                f.legal_source as "legalSource", f.recorded_at as "recordedAt", p.name as actor,
                b.name as "onBehalfOf", f.channel, f.body, x.detail, f.corrects, f.hash
           from fact f
           left join person p on p.id = f.actor_id
           left join body b on b.id = f.on_behalf_of
           left join fact_detail x on x.fact_id = f.id
          where f.stream_id = $1 order by f.seq`,
        [id],
      ),
    );
  }

  override messages(person: string, id: string): Promise<ListedMessage[]> {
    return this.read(person, (manager) =>
      manager.query(
        `select m.key, m.kind, coalesce(p.name, '') as person, m.deliver_at as "deliverAt", m.state, m.why, m.step,
                l.subject, l.sent_at as "sentAt"
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
        `select c.id, c.number, d.body ->> 'title' as title,
                json_build_object('id', d.id, 'version', d.version) as definition,
                count(a.id)::int as applications, (count(a.id) filter (where a.ended))::int as ended
           from call c
           join definition d on d.id = c.definition_id and d.version = c.definition_version
           left join application a on a.call_id = c.id
          group by c.id, c.number, d.id, d.version, d.body order by c.number`,
      ),
    );
  }

  override findCall(person: string, idOrNumber: string) {
    return this.read(person, async (manager) => {
      const where = UUID.test(idOrNumber) ? { id: idOrNumber } : { number: idOrNumber };
      const row = await manager.findOneBy(CallEntity, where);
      if (row === null) return undefined;
      return { id: row.id, definition: { id: row.definitionId, version: row.definitionVersion } };
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
