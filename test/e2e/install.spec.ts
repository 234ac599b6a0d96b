import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moveClock, PostgresClock } from '#persistence/clock.js';
import { openDataSource } from '#persistence/data-source.js';
import { signIn } from '../../apps/demo/desk.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

function install(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    CAPOFILA_OWNER_URL: database.urls.owner,
    CAPOFILA_PAGES_URL: 'https://capofila.unione.example/',
  };
  const args = ['dist/apps/cli/main.js', 'install', 'data/registry/lagonegrese.json', ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

const production = (dataFolder: string) =>
  readConfiguration({
    CAPOFILA_MODE: 'production',
    CAPOFILA_DATABASE_URL: database.urls.app,
    CAPOFILA_DATA_DIR: dataFolder,
    // Nobody is written to here, so nothing need listen.
    CAPOFILA_SMTP_URL: 'smtp://127.0.0.1:25',
  });

const HEAD = ['--name', 'Rocco Lapenta', '--email', 'Rocco@Unione.example'];

test('a first start loads a union and lets its head of office in, and nobody by a second', async () => {
  const first = await install(...HEAD, '--json');
  expect(first).toMatchObject({ code: 0, err: '' });
  const lost = JSON.parse(first.out) as { bodies: number; definitions: string[]; invitation: string };
  expect(lost).toMatchObject({ bodies: 10, definitions: ['send-comuni-2024 version 1'] });
  const { invitation } = JSON.parse((await install(...HEAD, '--json')).out) as { invitation: string };

  const dataFolder = await mkdtemp(join(tmpdir(), 'capofila-install-'));
  const api = await createApi(production(dataFolder), false);
  try {
    await api.listen(0, '127.0.0.1');
    const url = await api.getUrl();
    const accept = async (secret: string) => {
      const answer = await fetch(`${url}/invitations/accept`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ invitation: secret, password: 'una frase che ricordo' }),
      });
      return answer.status;
    };
    // The one that was asked for again opens nothing any more.
    expect([await accept(lost.invitation), await accept(invitation)]).toEqual([404, 204]);
    const rocco = await signIn(url, 'rocco@unione.example', 'una frase che ricordo');
    const { json } = await rocco.get('/me');
    expect(json.mandates).toMatchObject([{ role: 'headOfOffice', bodyKind: 'union' }]);
    const third = await install(...HEAD);
    expect(third.code).toBe(0);
    expect(third.out).toContain('nobody was invited');
  } finally {
    await api.close();
    await rm(dataFolder, { recursive: true, force: true });
  }
});

test('the first invitation is printed as a link to the pages', async () => {
  const { out } = await install(...HEAD);
  expect(out).toMatch(/^ {2}https:\/\/capofila\.unione\.example\/benvenuto#[\w-]{43}$/m);
});

test('an address that is none, or a file that is not there, is bad use', async () => {
  expect(await install('--name', 'X', '--email', 'niente')).toMatchObject({ code: 2, out: '' });
  expect((await install('--email', 'x@y.example')).code).toBe(2);
});

test('production does not start on a clock that was moved', async () => {
  const owner = await openDataSource({ url: database.urls.owner });
  await moveClock(owner.manager, 3_600);
  await owner.destroy();
  const app = await openDataSource({ url: database.urls.app });
  await expect(PostgresClock.start(app, false)).rejects.toThrow(/moved by 3600 seconds/);
  await app.destroy();
});
