import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Child } from '../../apps/demo/child.js';
import type { Desk } from '../../apps/demo/desk.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { startTemporalServer } from '../../apps/demo/temporal-server.js';
import { openDataSource } from '#persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { prepareDemo } from '../support/running-product.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';
import { signInAgain, Supervised } from '../support/supervised.js';

let database: TestDatabase;
let source: DataSource;
let post: SmtpCatcher;
let folder: string;
let temporal: Child;
let programs: Supervised[] = [];
let url: string;
let password: string;
let temporalPort: number;

async function startTemporal(): Promise<void> {
  const program = await provisionTemporalCli((line) => console.error(line));
  temporal = await startTemporalServer({
    program,
    port: temporalPort,
    databaseFile: join(folder, 'temporal.db'),
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  post = await SmtpCatcher.start();
  folder = await mkdtemp(join(tmpdir(), 'capofila-temporal-'));
  password = await prepareDemo(database, { date: '2024-05-14', time: '09:00' });
  source = await openDataSource({ url: database.urls.worker });
  temporalPort = await anyFreePort();
  await startTemporal();
  const port = await anyFreePort();
  url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATA_DIR: folder,
    CAPOFILA_HTTP_PORT: String(port),
    CAPOFILA_SMTP_URL: post.url,
    TEMPORAL_ADDRESS: `127.0.0.1:${temporalPort}`,
    TEMPORAL_NAMESPACE: `down-${randomUUID()}`,
  };
  programs = [
    new Supervised('dist/apps/api/main.js', { ...env, CAPOFILA_DATABASE_URL: database.urls.app }),
    new Supervised('dist/apps/worker/main.js', { ...env, CAPOFILA_DATABASE_URL: database.urls.worker }),
  ];
  for (const program of programs) program.start();
}, 120_000);

afterAll(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await temporal?.stop();
  await source?.destroy();
  await post?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test('with Temporal stopped filing, withdrawal and reading work; started again, it catches up', async () => {
  const marta = await signInAgain(url, 'marta@unione.example', password);
  const giulia: Desk = await signInAgain(url, 'giulia@rivello.example', password);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const launch = { actingBody, definition: { id: 'send-comuni-2024', version: 1 }, comuni: ['076068'] };
  const { json: launched } = await marta.post('/calls', launch);
  const { number, applicant } = launched.applications[0];
  const act = (milestone: string, more: object) =>
    marta.post(`/applications/${number}/facts`, {
      actingBody,
      onBehalfOf: applicant,
      channel: 'phone',
      type: 'milestone.recorded',
      body: { milestone, ...more },
    });
  expect((await act('participation', { outcome: 'yes' })).status).toBe(201);
  const file = (requirement: string) =>
    giulia.upload(
      `/applications/${number}/documents?requirement=${requirement}&actingBody=${applicant}`,
      requirement,
    );
  expect((await file('participationAct')).status).toBe(201);
  await post.waitFor((mail) => mail.subject.startsWith('Ricevuto: atto di partecipazione'), 60_000);

  await temporal.stop();
  const filed = await file('serviceList');
  expect(filed.status).toBe(201);
  const { json: page } = await giulia.get(`/applications/${number}`);
  expect(
    page.missing.map((each: { requirement: string; status: string }) => [each.requirement, each.status]),
  ).toEqual([
    ['participationAct', 'inReview'],
    ['serviceList', 'inReview'],
  ]);
  const proof = (await file('proof')).json.document;
  expect((await act('withdrawalRequested', { proof })).json.wait.sentence).toContain('Rinuncia chiesta');
  expect((await fetch(`${url}/status`)).status).toBe(200);
  expect(post.messages.some((mail) => mail.text.includes('elenco dei due servizi'))).toBe(false);

  await startTemporal();
  await post.waitFor((mail) => mail.text.includes('elenco dei due servizi'), 90_000);
  const receipts = post.messages.filter((mail) => mail.subject.startsWith('Ricevuto'));
  expect(receipts).toHaveLength(2);
}, 240_000);
