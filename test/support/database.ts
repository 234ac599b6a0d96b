import { randomBytes } from 'node:crypto';
import {
  asSuperuser,
  ensureDatabase,
  postgresUrls,
  type PostgresUrls,
} from '../../apps/demo/postgres-databases.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { testPasswords, testPostgresPort } from './server-addresses.js';

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Connection URLs by role. */
  readonly urls: PostgresUrls;
  /** Ends the sessions that are left and removes the database. */
  drop(): Promise<void>;
}

const templateName = 'capofila_template';

/**
 * A fresh, migrated database: a copy of a template that is migrated once per run.
 * @param options `migrated: false` gives an empty one.
 */
export async function createTestDatabase(options: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const port = testPostgresPort();
  const superuser = postgresUrls(port, 'postgres', testPasswords).superuser;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(superuser, async (client) => {
    // One test process at a time: copying a template fails while another one migrates or copies it.
    await client.query('SELECT pg_advisory_lock(7421)');
    if (options.migrated !== false) await ensureTemplate(superuser, port);
    await ensureDatabase(superuser, name, options.migrated === false ? undefined : templateName);
  });
  return {
    name,
    urls: postgresUrls(port, name, testPasswords),
    drop: () =>
      asSuperuser(superuser, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

async function ensureTemplate(superuser: string, port: number): Promise<void> {
  const found = await asSuperuser(superuser, (client) =>
    client.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName]),
  );
  if (found.rowCount) return;
  // Migrated under another name first: a template that exists is a template that is complete.
  const half = `${templateName}_half`;
  await asSuperuser(superuser, (client) => client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`));
  await ensureDatabase(superuser, half);
  await migrate(postgresUrls(port, half, testPasswords).owner);
  await asSuperuser(superuser, (client) => client.query(`ALTER DATABASE ${half} RENAME TO ${templateName}`));
}
