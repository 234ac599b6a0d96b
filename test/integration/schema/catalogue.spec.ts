import { readFile, writeFile } from 'node:fs/promises';
import pg from 'pg';
import { createTestDatabase } from '../../support/database.js';
import { readCatalogue } from './catalogue.js';

/** Written anew by `CAPOFILA_WRITE_CATALOGUE=1`: then read the difference, which is what a migration changes. */
const kept = new URL('catalogue.txt', import.meta.url);

test('the migrations make the schema that stands in catalogue.txt', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client(database.urls.owner);
  await client.connect();
  try {
    const read = await readCatalogue(client);
    if (process.env['CAPOFILA_WRITE_CATALOGUE'] === '1') await writeFile(kept, read);
    expect(read).toBe(await readFile(kept, 'utf8'));
  } finally {
    await client.end();
    await database.drop();
  }
});
