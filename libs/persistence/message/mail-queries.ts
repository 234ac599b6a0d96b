import { cursorOf, readCursor } from '#contracts/cursor.js';
import { type DataSource, type EntityManager, In, IsNull } from 'typeorm';
import type { MessageLine, MessagesQuery, MessageState } from '#contracts/messages.js';
import type { WaitingMessage } from '#domain/post/only-latest.js';
import {
  MailQueries,
  type MessagePage,
  type Resent,
  type StoredMail,
  type WaitingPost,
} from '#use-cases/ports/mail-queries.js';
import { postPeople } from '../people/post-people.js';
import { asPerson } from '../scoped.js';
import { queueWake } from '../wake/wake.js';
import { contentOf, MessageEntity, toDecision } from './message.entities.js';

const PAGE = 100;
const inRome = (column: string) => `to_char(${column} at time zone 'Europe/Rome', 'YYYY-MM-DD"T"HH24:MI')`;

/** Of one person and one application, where asked. */
const ASKED = `($1::uuid is null or m.person_id = $1) and ($2::text is null or $2 in (a.id::text, a.number, a.slug))`;

interface Row extends Omit<MessageLine, 'about' | 'why' | 'mail'> {
  about: string | null;
  why: string | null;
  mail: (NonNullable<MessageLine['mail']> & { sentAt: string | null }) | null;
  cursor: Date;
}

/** Messages and mails in a person's name; row-level security leaves out what is not theirs. */
export class PostgresMailQueries extends MailQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  override page(person: string, query: MessagesQuery & { only?: string }): Promise<MessagePage> {
    const { state, application = null, before, only } = query;
    // Who may read only the own and asks for somebody else's is told nothing.
    const nobody = only !== undefined && query.person !== undefined && query.person !== only;
    const whose = only ?? query.person ?? null;
    const { at, id } = readCursor(before);
    const waits = state === 'pending';
    return asPerson(this.database, person, async (manager) => {
      if (nobody) return { messages: [], next: null, counts: noCounts() };
      const rows: Row[] = await manager.query(
        `select m.id, m.kind, '' as label,
                (select t ->> 'label' from jsonb_array_elements(d.body -> 'terms') t
                  where t ->> 'id' = m.term ->> 'id') as about,
                json_build_object('id', m.person_id, 'name', coalesce(p.name, '')) as person,
                json_build_object('id', a.id, 'slug', a.slug, 'number', a.number) as application,
                b.name as applicant, e.body ->> 'shortTitle' as call, ${inRome('m.deliver_at')} as "deliverAt",
                m.state, m.why, m.deliver_at as cursor,
                case when l.id is not null then json_build_object('id', l.id, 'subject', l.subject, 'state', l.state,
                  'sentAt', ${inRome('l.sent_at')}) end as mail
           from message m
           join application a on a.id = m.application_id
           join call c on c.id = a.call_id
           join definition d on d.id = c.definition_id and d.version = c.definition_version
           join edition e on e.id = c.edition_id
           join body b on b.id = a.applicant_id
           left join person p on p.id = m.person_id
           left join mail l on l.id = m.mail_id
          where ${ASKED} and ($3::text is null or m.state = $3)
            and ($4::timestamptz is null or (m.deliver_at, m.id) ${waits ? '>' : '<'} ($4, $5::uuid))
          order by m.deliver_at ${waits ? 'asc' : 'desc'}, m.id ${waits ? 'asc' : 'desc'} limit ${PAGE + 1}`,
        [whose, application, state ?? null, at, id],
      );
      const counts: { state: MessageState; n: number }[] = await manager.query(
        `select m.state, count(*)::int as n from message m join application a on a.id = m.application_id
          where ${ASKED} group by m.state`,
        [whose, application],
      );
      const shown = rows.slice(0, PAGE);
      const last = rows.length > PAGE ? shown.at(-1) : undefined;
      return {
        messages: shown.map(line),
        next: last === undefined ? null : cursorOf(last.cursor, last.id),
        counts: counts.reduce((all, { state: of, n }) => ({ ...all, [of]: n }), noCounts()),
      };
    });
  }

  override waiting(person: string, people: readonly string[]): Promise<WaitingPost> {
    return asPerson(this.database, person, async (manager) => {
      const waiting = await manager.find(MessageEntity, {
        where: { personId: In([...people]), state: 'pending', mailId: IsNull() },
        order: { decidedAt: 'ASC', id: 'ASC' },
      });
      return { people: await postPeople(manager, people), waiting: waiting.map(toDecision) };
    });
  }

  override mail(person: string, id: string): Promise<StoredMail | undefined> {
    return asPerson(this.database, person, async (manager) => {
      const rows: StoredMail[] = await manager.query(
        `select l.id, json_build_object('id', l.person_id, 'name', coalesce(p.name, '')) as person,
                case when p.deactivated_at is null then p.email end as address, l.to_address as to, l.subject,
                l.text_body as text, l.state, l.attempts, l.smtp_code as "smtpCode",
                ${inRome('l.created_at')} as "createdAt", ${inRome('l.sent_at')} as "sentAt",
                ${inRome('l.resent_at')} as "resentAt"
           from mail l left join person p on p.id = l.person_id where l.id = $1`,
        [id],
      );
      return rows[0];
    });
  }

  override failedOf(person: string, mail: string) {
    return asPerson(this.database, person, async (manager) => ({
      failed: await told(manager, `m.mail_id = $1 and m.state = 'failed'`, mail),
      arrived: await told(
        manager,
        `m.state = 'sent' and m.person_id = (select person_id from mail where id = $1)
           and m.deliver_at >= (select min(deliver_at) from message where mail_id = $1)`,
        mail,
      ),
    }));
  }

  override resend(person: string, mail: string, { to, again, dropped, because }: Resent): Promise<boolean> {
    return asPerson(this.database, person, async (manager) => {
      const rows: { done: boolean }[] = await manager.query(`select resend_mail($1, $2, $3, $4) as done`, [
        mail,
        again,
        dropped,
        because,
      ]);
      if (rows[0]?.done !== true) return false;
      await queueWake(manager, 'post', [to]);
      return true;
    });
  }
}

function noCounts(): Record<MessageState, number> {
  return { pending: 0, sent: 0, skipped: 0, failed: 0 };
}

function line(row: Row): MessageLine {
  const { id, kind, label, person, application, applicant, call, deliverAt, state, about, why, mail } = row;
  return {
    id,
    kind,
    label,
    person,
    application,
    applicant,
    call,
    deliverAt,
    state,
    ...(about === null ? {} : { about }),
    ...(why === null ? {} : { why }),
    ...(mail === null ? {} : { mail: withoutNull(mail) }),
  };
}

function withoutNull({ sentAt, ...mail }: NonNullable<Row['mail']>): NonNullable<MessageLine['mail']> {
  return { ...mail, ...(sentAt === null ? {} : { sentAt }) };
}

type ToldRow = Pick<WaitingMessage, 'id' | 'application'> &
  Pick<MessageEntity, 'kind' | 'body' | 'term'> & { at: Date };

async function told(manager: EntityManager, which: string, mail: string): Promise<WaitingMessage[]> {
  const rows: ToldRow[] = await manager.query(
    `select m.id, m.kind, m.application_id as application, m.deliver_at as at, m.term, m.params as body
       from message m where ${which} order by m.decided_at, m.id`,
    [mail],
  );
  return rows.map(({ id, application, at, term, ...content }) => ({
    id,
    application,
    deliverAt: at.toISOString(),
    ...contentOf(content),
    ...(term === null ? {} : { term }),
  }));
}
