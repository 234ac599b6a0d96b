import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import type { Silence } from '#domain/desk/today.js';
import type { SeenPeople } from '#domain/desk/who.js';
import type { Absence, Membership } from '#domain/people/assignment.js';
import type { MessageTerm } from '#domain/reminder/message.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import type { UndeliveredMail } from '#use-cases/ports/desk-queries.js';

// What the office's first page and its mail of the morning read alike: what the connection may see, or one union of it.

/** People with what they are to their bodies, and who is away. */
export async function seenPeople(manager: EntityManager, union?: string): Promise<SeenPeople> {
  const memberships: MembershipRow[] = await manager.query(
    `select m.person_id as person, m.body_id as body, m.role, m.application_id as application, m.from_date::text as from,
            m.to_date::text as to, p.deactivated_at is not null as closed, p.name, p.phone
       from membership m join person p on p.id = m.person_id
      where $1::uuid is null or m.union_id = $1`,
    [union ?? null],
  );
  const absences: (Omit<Absence, 'substitute'> & { substitute: string | null })[] = await manager.query(
    `select person_id as person, from_date::text as from, to_date::text as to, substitute_id as substitute
       from absence where $1::uuid is null or union_id = $1`,
    [union ?? null],
  );
  return {
    people: new Map(memberships.map(({ person: id, name, phone }) => [id, { name, phone }])),
    memberships: memberships.map(({ person: id, body, role, application, from, to, closed }) => ({
      person: id,
      body,
      role,
      from,
      ...(application === null ? {} : { application }),
      ...(to === null ? {} : { to }),
      ...(closed ? { closed } : {}),
    })),
    absences: absences.map(({ substitute, ...absence }) => ({
      ...absence,
      ...(substitute === null ? {} : { substitute }),
    })),
  };
}

/** Reminders without answer for which the office was told to call, up to an instant (milliseconds). */
export async function silencesUntil(
  manager: EntityManager,
  until: number,
  union?: string,
): Promise<Silence[]> {
  const rows: SilenceRow[] = await manager.query(
    `select distinct on (m.application_id, thing) m.application_id as application, m.deliver_at as at, m.term,
            m.params as body, coalesce(m.term ->> 'id', m.params ->> 'term', m.params ->> 'approval') as thing
       from message m
      where m.kind = 'officeCall' and m.state in ('pending', 'sent') and m.deliver_at <= $1
        and m.params ->> 'why' in ('unanswered', 'silence')
        and ($2::uuid is null or m.union_id = $2)
      order by m.application_id, thing, m.deliver_at desc`,
    [new Date(until), union ?? null],
  );
  return rows.map(({ application, at, term, body }) => ({
    application,
    at: at.toISOString(),
    ...silentAbout(term, body),
  }));
}

/** Mails that did not arrive at an address which the person still has. */
export async function undeliveredMails(manager: EntityManager, union?: string): Promise<UndeliveredMail[]> {
  const rows: UndeliveredRow[] = await manager.query(
    `select distinct on (m.person_id) m.id as mail, m.person_id as person, p.name, m.to_address as address,
            m.subject, m.state, (m.created_at at time zone 'Europe/Rome')::date::text as on,
            array(select distinct b.name from membership h join body b on b.id = h.body_id
                   where h.person_id = p.id order by b.name) as bodies
       from mail m join person p on p.id = m.person_id
      where m.state in ('dead', 'failed') and p.email = m.to_address and p.deactivated_at is null
        and ($1::uuid is null or m.union_id = $1)
        and not exists (select 1 from mail l
                         where l.person_id = m.person_id and l.to_address = m.to_address and l.state = 'sent'
                           and l.created_at > m.created_at)
      order by m.person_id, m.created_at desc limit 500`,
    [union ?? null],
  );
  return rows.map(({ person: id, name, ...row }) => ({ ...row, person: { id, name } }));
}

type MembershipRow = Omit<Membership, 'application' | 'to' | 'closed'> & {
  application: string | null;
  to: LocalDate | null;
  closed: boolean;
  name: string;
  phone: string | null;
};

interface SilenceRow {
  application: string;
  at: Date;
  term: MessageTerm | null;
  body: Extract<MessageBodies['officeCall'], { why: 'unanswered' | 'silence' }>;
}

interface UndeliveredRow extends Omit<UndeliveredMail, 'person'> {
  person: string;
  name: string;
}

/** A step of a schedule is about its term or its go-ahead; a silence that was recorded says its term in the message. */
function silentAbout(
  term: SilenceRow['term'],
  body: SilenceRow['body'],
): Pick<Silence, 'of' | 'term' | 'requirement'> {
  const of = 'of' in body ? onlyOf(body) : {};
  if (term !== null) return { ...of, term: { id: term.id, round: term.round, end: term.end } };
  if (body.why === 'silence') return { term: { id: body.term, round: body.round, end: body.end } };
  return body.approval === undefined ? of : { ...of, requirement: body.approval };
}
