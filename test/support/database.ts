import { randomBytes } from 'node:crypto';
import {
  asSuperuser,
  ensureDatabase,
  postgresUrls,
  type PostgresUrls,
} from '../../apps/demo/postgres-databases.js';
import { migrate } from '../../libs/persistence/migrate.js';
import { onceARun } from './once-a-run.js';
import { testPasswords, testPostgresPort } from './server-addresses.js';

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly name: string;
  /** Connection URLs by role. */
  readonly urls: PostgresUrls;
  /** Ends the sessions that are left and removes the database. */
  drop(): Promise<void>;
}

/** A database that is made once a run, by whoever needs it first, and copied. */
export interface Template {
  readonly name: string;
  /** What it is itself a copy of; absent for an empty one. */
  readonly from?: Template;
  readonly make: (database: TestDatabase) => Promise<void>;
}

/** The tables, and nothing in them but what migrations write. */
const MIGRATED: Template = {
  name: 'capofila_migrated',
  make: async ({ urls }) => {
    await migrate(urls.owner);
  },
};

/** @param template what the database holds at first: the tables, unless told otherwise; `empty`: not even those. */
export async function createTestDatabase(template: Template | 'empty' = MIGRATED): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  return copyOf(template === 'empty' ? undefined : template, name);
}

/** The same, under a migrated database of another content. */
export function templateOf(name: string, make: Template['make']): Template {
  return { name, from: MIGRATED, make };
}

async function copyOf(template: Template | undefined, name: string): Promise<TestDatabase> {
  const superuser = urlsOf('postgres').superuser;
  if (template !== undefined) await ensure(template);
  await ensureDatabase(superuser, name, template?.name);
  return {
    name,
    urls: urlsOf(name),
    drop: () =>
      asSuperuser(superuser, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`);
      }),
  };
}

function ensure({ name, from, make }: Template): Promise<void> {
  return onceARun(
    name,
    async (client) => {
      const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
      return found.rowCount !== 0;
    },
    async (client) => {
      // Made under another name first: a template that exists is a template that is complete.
      const half = `${name}_half`;
      await client.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
      await make(await copyOf(from, half));
      await client.query(`ALTER DATABASE ${half} RENAME TO ${name}`);
    },
  );
}

const urlsOf = (database: string): PostgresUrls => postgresUrls(testPostgresPort(), database, testPasswords);
