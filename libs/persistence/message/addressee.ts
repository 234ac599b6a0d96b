import type { EntityManager } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { Role } from '#domain/people/role.js';
import type { LetterItem } from '#use-cases/ports/letter-writer.js';
import type { ApplicationEntity } from '../application/application.entities.js';

/** A person who can be written to; none for accounts that were closed or pseudonymised. */
export interface Addressee {
  id: string;
  unionId: string;
  name: string;
  email: string;
  /** Roles held that day, over all bodies. */
  roles: Role[];
}

export async function addresseeOf(
  manager: EntityManager,
  person: string,
  on: LocalDate,
): Promise<Addressee | undefined> {
  const rows: { id: string; union_id: string; name: string; email: string; roles: Role[] }[] =
    await manager.query(
      `select p.id, p.union_id, p.name, p.email,
            array(select distinct role from held_memberships(p.id, $2::date) order by role) as roles
       from person p where p.id = $1 and p.email is not null and p.deactivated_at is null`,
      [person, on],
    );
  const row = rows[0];
  if (row === undefined) return undefined;
  return { id: row.id, unionId: row.union_id, name: row.name, email: row.email, roles: row.roles };
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
  const rows: { id: string; name: string; phone: string | null; roles: Role[] }[] = await manager.query(
    `select p.id, p.name, p.phone, array_agg(distinct m.role order by m.role) as roles
       from assignments_of($1, $2, $3) m join person p on p.id = m.person_id
      where not m.closed and m.from_date <= $4::date and (m.to_date is null or m.to_date >= $4::date)
      group by p.id, p.name, p.phone order by p.name`,
    [application.unionId, application.applicantId, application.id, on],
  );
  return {
    comune: bodies[0]?.name ?? '',
    people: rows.map(({ phone, ...row }) => ({ ...row, ...(phone === null ? {} : { phone }) })),
  };
}
