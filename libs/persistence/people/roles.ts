import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { Role } from '#domain/people/role.js';
import type { GivenRole, Mandate } from '#use-cases/ports/people.js';
import type { Overtaken } from '#use-cases/refusal.js';
import { lastWriter, unchanged } from './last-writer.js';

/** What the transaction's person holds today, by the product's clock. */
export async function mandatesOf(manager: EntityManager): Promise<Mandate[]> {
  const rows: {
    body_id: string;
    name: string;
    kind: Mandate['bodyKind'];
    role: Role;
    application_id: string | null;
    continued: boolean;
    substitute_for: string | null;
  }[] = await manager.query(
    `select m.*, b.name, b.kind from my_memberships() m join body b on b.id = m.body_id
      order by b.kind = 'union' desc, b.name, m.role, m.application_id`,
  );
  return rows.map((row) => ({
    body: row.body_id,
    bodyName: row.name,
    bodyKind: row.kind,
    role: row.role,
    continued: row.continued,
    ...(row.application_id === null ? {} : { application: row.application_id }),
    ...(row.substitute_for === null ? {} : { substituteFor: row.substitute_for }),
  }));
}

/** @returns who changed the role that is to be replaced since somebody looked; undefined: it has its end. */
export async function endReplaced(
  manager: EntityManager,
  { body, role, from, replaces }: GivenRole,
): Promise<Overtaken | undefined> {
  if (replaces === undefined) return undefined;
  const { membership, version } = replaces;
  const [ended]: [unknown[], number] = await manager.query(
    // One that has not begun by then has no day before.
    `update membership t set to_date = case when from_date < $2::date then $2::date - 1 else to_date end
      where id = $1 and body_id = $3 and role = $4 and ${unchanged('t', '$5')} returning id`,
    [membership, from, body, role, version],
  );
  return ended.length > 0 ? undefined : lastWriter(manager, 'person.role', [membership]);
}

/** False when the person holds it already. */
export async function addRole(manager: EntityManager, person: string, given: GivenRole): Promise<boolean> {
  const { body, role, application, from, to } = given;
  const rows: unknown[] = await manager.query(
    `insert into membership (id, union_id, person_id, body_id, role, application_id, from_date, to_date)
     values ($1, app_union(), $2, $3, $4, $5, $6, $7) on conflict do nothing returning id`,
    [uuid(), person, body, role, application ?? null, from, to ?? null],
  );
  return rows.length > 0;
}
