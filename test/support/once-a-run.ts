import pg from 'pg';
import { postgresUrls } from '../../apps/demo/postgres-databases.js';
import { testPasswords, testPostgresPort } from './server-addresses.js';

/** Makes what a whole run shares, unless it is there: of several test processes one makes it, the others wait. */
export async function onceARun(
  name: string,
  isThere: (client: pg.Client) => Promise<boolean>,
  make: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(postgresUrls(testPostgresPort(), 'postgres', testPasswords).superuser);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [name]);
    if (!(await isThere(client))) await make(client);
  } finally {
    // The lock ends with its session.
    await client.end();
  }
}
