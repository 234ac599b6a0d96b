import type { DataSource, EntityManager } from 'typeorm';
import type { Acting } from '#use-cases/ports/acting.js';

/**
 * Runs one request's work in one transaction in the name of a person: row-level security shows what that person may
 * see, and nothing to a person unknown or gone. Everything goes through the given manager; a repository taken from the
 * data source would use another connection, without the person.
 * @throws whatever `work` throws, after everything was undone.
 */
export async function asPerson<T>(
  source: DataSource,
  person: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return inTransaction(source, async (manager) => {
    await manager.query(`select set_config('app.user', $1, true)`, [person]);
    return work(manager);
  });
}

/** Runs work in one transaction with the worker's role, whose policies show every row. */
export async function asWorker<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return inTransaction(source, work);
}

/** `deadlock_detected`: PostgreSQL undid one of two transactions that waited for each other. */
const DEADLOCK = '40P01';
const TRIES = 5;

/** One transaction, begun anew when it was undone only because it met another: nothing of the first try is left. */
async function inTransaction<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await source.transaction(work);
    } catch (error) {
      const code = (error as { code?: unknown } | null)?.code;
      if (code !== DEADLOCK || tries === TRIES) throw error;
    }
  }
}

/** Runs work in one transaction in whose name it is done: a person's, or the worker's. */
export async function scoped<T>(
  source: DataSource,
  acting: Acting,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return acting.as === 'person' ? asPerson(source, acting.person, work) : asWorker(source, work);
}

/** Runs work in one transaction before a person is known: only the sign-in functions answer. */
export async function asNobody<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return source.transaction(work);
}

/**
 * Refuses to go on with a role for which row-level security means nothing, so that a wrong connection string is found
 * at the start and not by an auditor.
 * @throws Error when the role is a superuser, may bypass row-level security, owns a table, or belongs to such a role.
 */
export async function assertLeastPrivilege(source: DataSource): Promise<void> {
  const rows: { role: string; why: string }[] = await source.query(`
    select current_user as role, case
        when r.rolsuper then 'is a superuser'
        when r.rolbypassrls then 'may bypass row-level security'
        else 'owns tables' end as why
      from pg_roles r
     where pg_has_role(current_user, r.oid, 'member')
       and (r.rolsuper or r.rolbypassrls or exists (
             select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where c.relowner = r.oid and c.relkind in ('r', 'p') and n.nspname = 'public'))
     limit 1`);
  const [found] = rows;
  if (found === undefined) return;
  throw new Error(
    `The database role "${found.role}" ${found.why}: row-level security would not hold. ` +
      'Connect as capofila_app (API) or capofila_worker (worker).',
  );
}
