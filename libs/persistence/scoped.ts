import { Logger } from '@nestjs/common';
import type pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Acting } from '#use-cases/ports/acting.js';
import { Unavailable } from '#use-cases/ports/unavailable.js';
import { codeOf, isOfDatabase } from './unavailable.js';

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
/** The server hung up on a transaction that asked nothing for too long: it would again. */
const IDLE_TOO_LONG = '25P03';
const TRIES = { afterDeadlock: 5, afterLoss: 3 };
const log = new Logger('database');

/**
 * One transaction, begun anew when it was undone only because it met another, or because its connection was lost before
 * it was to be committed: nothing of the first try is left.
 * @throws Unavailable where the database itself failed; whether a commit reached it is then not always known.
 */
async function inTransaction<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const tried = await tryOnce(source, work);
    if (tried.done) return tried.value;
    const { error, connected, committing } = tried;
    if (codeOf(error) === DEADLOCK && tries < TRIES.afterDeadlock) continue;
    if (!isOfDatabase(error)) throw error;
    const again = connected && isLoss(error) && !committing && tries < TRIES.afterLoss;
    log.warn(`${again ? 'a transaction begins anew' : 'a transaction was given up'}: ${error.message}`);
    if (!again) throw new Unavailable(error.message, committing);
  }
}

type Tried<T> =
  { done: true; value: T } | { done: false; error: unknown; connected: boolean; committing: boolean };

async function tryOnce<T>(
  source: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<Tried<T>> {
  const runner = source.createQueryRunner();
  const at = { connected: false, committing: false };
  // Lost between two statements, TypeORM only says that the connection is gone; the reason is told to who listens.
  let reason: Error | undefined;
  const lost = (why: Error) => {
    reason ??= why;
  };
  let connection: pg.PoolClient | undefined;
  try {
    connection = (await runner.connect()) as pg.PoolClient;
    at.connected = true;
    connection.on('error', lost);
    await runner.startTransaction();
    const value = await work(runner.manager);
    at.committing = true;
    await runner.commitTransaction();
    return { done: true, value };
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    return { done: false, error: isOfDatabase(error) ? (reason ?? error) : error, ...at };
  } finally {
    connection?.off('error', lost);
    await runner.release();
  }
}

function isLoss(error: Error): boolean {
  const code = codeOf(error);
  return code !== IDLE_TOO_LONG && !/^(?:53...|57014|55P03)$/.test(code);
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
  return inTransaction(source, work);
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
