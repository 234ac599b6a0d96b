import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { migrations } from '#persistence/migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { readCatalogue } from './catalogue.js';

/** Written anew by `CAPOFILA_WRITE_CATALOGUE=1`: then read the difference, which is what a migration changes. */
const kept = new URL('catalogue.txt', import.meta.url);

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client(database.urls.owner);
  await client.connect();
});

afterAll(async () => {
  await client?.end();
  await database?.drop();
});

test('the migrations make the schema that stands in catalogue.txt', async () => {
  const read = await readCatalogue(client);
  if (process.env['CAPOFILA_WRITE_CATALOGUE'] === '1') await writeFile(kept, read);
  expect(read).toBe(await readFile(kept, 'utf8'));
});

test('a database of before 0.1.0 is refused in one sentence, and left as it is', async () => {
  const before = await readCatalogue(client);
  await client.query(`delete from migration`);
  await client.query(`insert into migration (timestamp, name) select 1767225600000 + n, name
    from unnest(array['RegistryAndPeople1767225600000', 'SightOfPeople1767225600001']) with ordinality t (name, n)`);
  const env = { ...process.env, CAPOFILA_OWNER_URL: database.urls.owner };
  await expect(
    promisify(execFile)(process.execPath, ['dist/apps/cli/main.js', 'migrate'], { env }),
  ).rejects.toMatchObject({
    code: 1,
    stdout: '',
    stderr:
      'Questo database è nato prima della versione 0.1.0 e non si può aggiornare: creane uno nuovo e carica di nuovo i ' +
      'dati, nella dimostrazione con "npm run demo -- --fresh". (SCHEMA-01)\n',
  });
  expect(await readCatalogue(client)).toBe(before);
});

test('migrations carry the numbers of their files, in order', () => {
  const numbers = migrations.map((Migration) => Number(new Migration().name?.slice(-13)));
  expect(numbers).toEqual(migrations.map((_, at) => 1_767_225_600_101 + at));
});
