import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { holdersOf } from '#domain/people/assignment.js';
import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';
import type { MailWishes } from '#domain/reminder/done-without.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import { assignmentsOfApplication, type Closures } from '../people/assignments.js';
import { isClosedOn } from '../record/load-case.js';
import type { ApplicationEntity } from '../application/application.entities.js';

/** A person who can be written to; none for accounts that were closed or pseudonymised. */
export interface Addressee {
  id: string;
  unionId: string;
  name: string;
  email: string;
  /** Roles held that day, over all bodies. */
  roles: Role[];
  /** Closed days of each body in which a role is held that day. */
  closures: Closures[];
  wishes: MailWishes;
}

export async function addresseeOf(
  manager: EntityManager,
  person: string,
  on: LocalDate,
): Promise<Addressee | undefined> {
  const rows: AddresseeRow[] = await manager.query(
    `select p.id, p.union_id, p.name, p.email,
            array(select distinct role from held_memberships(p.id, $2::date) order by role) as roles,
            (select coalesce(jsonb_agg(jsonb_build_object('day', b.patron_day, 'periods', b.closed_periods)), '[]')
               from body b where b.id in (select body_id from held_memberships(p.id, $2::date))) as closures,
            coalesce((select m.confirmations from mail_preference m where m.person_id = p.id), true) as confirmations
       from person p where p.id = $1 and p.email is not null and p.deactivated_at is null`,
    [person, on],
  );
  const row = rows[0];
  if (row === undefined) return undefined;
  const { id, union_id: unionId, name, email, roles } = row;
  const closures = row.closures.map(({ day, periods }) => ({
    periods,
    ...(day === null ? {} : { patronDay: day }),
  }));
  return { id, unionId, name, email, roles, closures, wishes: { confirmations: row.confirmations } };
}

interface AddresseeRow {
  id: string;
  union_id: string;
  name: string;
  email: string;
  roles: Role[];
  closures: { day: string | null; periods: Closures['periods'] }[];
  confirmations: boolean;
}

/** Closed only when every body the person works for is: a secretary of three comuni reads mail while one is closed. */
export function isClosedFor({ closures }: Pick<Addressee, 'closures'>): (date: LocalDate) => boolean {
  const closed = closures.map(isClosedOn);
  return (date) => closed.length > 0 && closed.every((each) => each(date));
}

/** The applicant's name and the people of a case, for words like "chiama Giulia". */
export async function peopleOfCase(
  manager: EntityManager,
  application: ApplicationEntity,
  on: LocalDate,
): Promise<{ comune: string; people: LetterItem['people'] }> {
  const bodies: { name: string }[] = await manager.query(`select name from body where id = $1`, [
    application.applicantId,
  ]);
  const assignments = await assignmentsOfApplication(manager, application.id);
  const rolesOf = new Map<string, Role[]>();
  for (const role of [...UNION_ROLES, ...BODY_ROLES]) {
    for (const person of holdersOf(assignments, [role], on)) {
      rolesOf.set(person, [...(rolesOf.get(person) ?? []), role]);
    }
  }
  const rows: { id: string; name: string; phone: string | null }[] = await manager.query(
    `select id, name, phone from person where id = any ($1) and deactivated_at is null order by name`,
    [[...rolesOf.keys()]],
  );
  return {
    comune: bodies[0]?.name ?? '',
    people: rows.map(({ phone, ...row }) => ({
      ...row,
      roles: rolesOf.get(row.id) ?? [],
      ...(phone === null ? {} : { phone }),
    })),
  };
}
