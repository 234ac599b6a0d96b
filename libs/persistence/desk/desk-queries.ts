import type { DataSource, EntityManager } from 'typeorm';
import type { CallDefinition } from '#domain/call/definition.js';
import { addDays, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import type { Silence } from '#domain/desk/today.js';
import type { SeenPeople } from '#domain/desk/who.js';
import type { Fact } from '#domain/fact/fact.js';
import type { MailOutage } from '#domain/post/outage.js';
import {
  DeskQueries,
  type OwnFact,
  type StoredApplication,
  type UndeliveredMail,
} from '#use-cases/ports/desk-queries.js';
import { definitionOf } from '../call/definition-of.js';
import { mailOutage } from '../message/mail-outage.js';
import { asPerson } from '../scoped.js';
import { seenPeople, silencesUntil, undeliveredMails } from './desk-rows.js';

const APPLICATIONS = `
  select a.id, a.number, a.slug, a.stage, a.ended, a.cup, a.wait ->> 'label' as label, a.wait ->> 'upTo' as "upTo",
         a.wait ->> 'state' as state, a.glance, a.call_seq < s.seq as updating, a.call_id as "callId", a.applicant_id as "applicantId",
         b.name as "applicantName", parts.bodies as participants
    from application a
    join stream s on s.id = a.call_id
    join body b on b.id = a.applicant_id
    left join (select p.application_id, array_agg(p.body_id order by p.body_id) as bodies
                 from participant p group by p.application_id) parts on parts.application_id = a.id
   where $1::uuid is null or a.id = $1
   order by b.name, a.number limit 10000`;

const CALLS = `
  select c.id, c.number, c.slug, e.body ->> 'title' as title, e.body ->> 'shortTitle' as "shortTitle",
         d.body ->> 'measure' as measure, d.body -> 'platform' ->> 'name' as platform,
         json_build_object('id', d.id, 'version', d.version) as definition
    from call c join definition d on d.id = c.definition_id and d.version = c.definition_version
    join edition e on e.id = c.edition_id`;

interface ApplicationRow extends Omit<StoredApplication, 'call' | 'applicant' | 'participants'> {
  callId: string;
  applicantId: string;
  applicantName: string;
  participants: string[] | null;
}

/** Lists in a person's name; row-level security leaves out what is not theirs. */
export class PostgresDeskQueries extends DeskQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  private read<T>(person: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return asPerson(this.database, person, work);
  }

  override applications(person: string, only?: string): Promise<StoredApplication[]> {
    return this.read(person, async (manager) => {
      const rows: ApplicationRow[] = await manager.query(APPLICATIONS, [only ?? null]);
      const calls: StoredApplication['call'][] = await manager.query(CALLS);
      const byId = new Map(calls.map((call) => [call.id, call]));
      return rows.flatMap((row) => {
        const { callId, applicantId, applicantName, participants, ...rest } = row;
        const call = byId.get(callId);
        if (call === undefined) return [];
        return [
          {
            ...rest,
            call,
            applicant: { id: applicantId, name: applicantName },
            participants: participants ?? [],
          },
        ];
      });
    });
  }

  override people(person: string): Promise<SeenPeople> {
    return this.read(person, (manager) => seenPeople(manager));
  }

  override fileNames(person: string, documents: readonly string[]): Promise<Map<string, string>> {
    return this.read(person, async (manager) => {
      const rows: { id: string; name: string }[] = await manager.query(
        'select id, file_name as name from document where id = any ($1)',
        [documents],
      );
      return new Map(rows.map((row) => [row.id, row.name]));
    });
  }

  override silences(person: string, until: number): Promise<Silence[]> {
    return this.read(person, (manager) => silencesUntil(manager, until));
  }

  override undelivered(person: string): Promise<UndeliveredMail[]> {
    return this.read(person, (manager) => undeliveredMails(manager));
  }

  override definitions(person: string, calls: readonly string[]): Promise<Map<string, CallDefinition>> {
    return this.read(person, async (manager) => {
      const found = new Map<string, CallDefinition>();
      for (const call of calls) found.set(call, await definitionOf(manager, call));
      return found;
    });
  }

  override mailOutage(person: string, now: number): Promise<MailOutage | undefined> {
    return this.read(person, (manager) => mailOutage(manager, now, 'union'));
  }

  override reasons(person: string, facts: readonly string[]): Promise<Map<string, string>> {
    return this.read(person, async (manager) => {
      const rows: { id: string; reason: string }[] = await manager.query(
        `select fact_id as id, detail ->> 'reason' as reason from fact_detail
          where fact_id = any ($1) and detail ->> 'reason' is not null`,
        [facts],
      );
      return new Map(rows.map((row) => [row.id, row.reason]));
    });
  }

  override doneOn(person: string, day: LocalDate): Promise<OwnFact[]> {
    return this.read(person, async (manager) => {
      const rows: OwnFactRow[] = await manager.query(
        `select f.recorded_at as at, f.type, f.body, a.slug, b.name as applicant, a.call_id as call
           from fact f join application a on a.id = f.stream_id join body b on b.id = a.applicant_id
          where f.actor_id = $1 and f.recorded_at >= $2 and f.recorded_at < $3
          order by f.recorded_at desc limit 50`,
        [person, instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')],
      );
      const done: OwnFact[] = [];
      for (const { at, type, body, slug, applicant, call } of rows) {
        done.push({
          at: at.toISOString(),
          fact: { type, body } as OwnFact['fact'],
          slug,
          applicant,
          definition: await definitionOf(manager, call),
        });
      }
      return done;
    });
  }
}

interface OwnFactRow {
  at: Date;
  type: Fact['type'];
  body: object;
  slug: string;
  applicant: string;
  call: string;
}
