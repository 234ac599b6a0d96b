import type { EntityManager } from 'typeorm';
import type { KeptSession, NewSession } from '#use-cases/ports/accounts.js';

/** Keeps a session and sweeps away the ended ones of its person; the instant at which it ends. */
export async function openSession(manager: EntityManager, session: NewSession): Promise<string> {
  const rows: { expires_at: Date }[] = await manager.query(
    `insert into session (hash, union_id, person_id, expires_at, opened_by, shared, user_agent)
     values ($1, app_union(), $2, clock_timestamp() + make_interval(hours => $3), $4, $5, $6) returning expires_at`,
    [
      session.hash,
      session.person,
      session.hours,
      session.openedBy,
      session.shared,
      session.userAgent ?? null,
    ],
  );
  // Nobody looks at ended sessions any more; the next sign-in of the person sweeps them away.
  await manager.query('delete from session where person_id = $1 and expires_at < clock_timestamp()', [
    session.person,
  ]);
  return endOf(rows);
}

/** Lifetimes count by the real clock; told to people, they are moved to the product's, as every other time they read. */
export async function sessionsOf(manager: EntityManager, person: string): Promise<KeptSession[]> {
  const rows: {
    id: string;
    hash: string;
    opened_at: Date;
    last_used_at: Date;
    ends_at: Date;
    opened_by: KeptSession['openedBy'];
    shared: boolean;
    user_agent: string | null;
  }[] = await manager.query(
    `select s.id, s.hash, s.created_at + o.ahead as opened_at, s.last_seen + o.ahead as last_used_at,
            s.expires_at + o.ahead as ends_at, s.opened_by, s.shared, s.user_agent
       from session s, (select make_interval(secs => seconds) as ahead from clock_offset) o
      where s.person_id = $1 and s.expires_at > clock_timestamp() order by s.last_seen desc, s.id`,
    [person],
  );
  return rows.map((row) => ({
    id: row.id,
    hash: row.hash,
    openedAt: row.opened_at.toISOString(),
    lastUsedAt: row.last_used_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    openedBy: row.opened_by,
    shared: row.shared,
    userAgent: row.user_agent,
  }));
}

/** The end that an insert answered. */
export function endOf(rows: readonly { expires_at: Date }[]): string {
  const [row] = rows;
  if (row === undefined) throw new Error('an insert gave no row');
  return row.expires_at.toISOString();
}
