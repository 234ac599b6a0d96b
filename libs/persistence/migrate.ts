import { DataSource, type QueryRunner } from 'typeorm';
import { migrations } from './migrations/index.js';

/** Any number will do, so long as every program that migrates takes the same. */
const MIGRATION_LOCK = 7_261_401;

/** The first name that stays: what was made under earlier ones is of before 0.1.0 (docs/adr/0015-folded-once.md). */
const FIRST_TO_STAY = 1_767_225_600_101;

/**
 * Runs the migrations that are still to run, each in a transaction of its own, oldest first. Two programs that start
 * together do not run them twice: the second waits for the first.
 * @param ownerUrl connection as `capofila_owner`.
 * @returns names of the migrations that ran now; empty when there was nothing to do.
 * @throws Error `SCHEMA-01` for a database of before 0.1.0, which is left as it is; Error of PostgreSQL when a migration
 *   fails: that one leaves no trace, those before it stay.
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
      await demandNewNames(lock);
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

async function demandNewNames(runner: QueryRunner): Promise<void> {
  const [{ migrated }] = (await runner.query(`select to_regclass('migration') is not null as migrated`)) as [
    { migrated: boolean },
  ];
  if (!migrated) return;
  const old: unknown[] = await runner.query('select 1 from migration where timestamp < $1', [FIRST_TO_STAY]);
  if (old.length === 0) return;
  throw new Error(
    'Questo database è nato prima della versione 0.1.0 e non si può aggiornare: creane uno nuovo e carica di nuovo i dati, nella dimostrazione con "npm run demo -- --fresh". (SCHEMA-01)',
  );
}
