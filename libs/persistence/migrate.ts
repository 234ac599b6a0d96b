import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/** Any number will do, so long as every program that migrates takes the same. */
const MIGRATION_LOCK = 7_261_401;

/**
 * Runs the migrations that are still to run, each in a transaction of its own, oldest first. Two programs that start
 * together do not run them twice: the second waits for the first.
 * @param ownerUrl connection as `capofila_owner`.
 * @returns names of the migrations that ran now; empty when there was nothing to do.
 * @throws Error of PostgreSQL when a migration fails; that one leaves no trace, those before it stay.
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'capofila-migrate',
    installExtensions: false,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await source.initialize();
  try {
    const lock = source.createQueryRunner();
    // The lock belongs to one session, which must stay open until the end.
    await lock.connect();
    try {
      await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const ran = await source.runMigrations();
      return ran.map((migration) => migration.name);
    } finally {
      await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await lock.release();
    }
  } finally {
    await source.destroy();
  }
}
