import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { anyFreePort } from '../../apps/demo/free-port.js';
import type { FailpointName } from '#use-cases/failpoint.js';
import { openDataSource } from '#persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { prepareDemo } from '../support/running-product.js';
import { testTemporalAddress } from '../support/server-addresses.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';
import { insist, signInAgain, Supervised } from '../support/supervised.js';

let database: TestDatabase;
let source: DataSource;
let post: SmtpCatcher;
let folder: string;
let programs: Supervised[];

afterEach(async () => {
  await Promise.all(programs.map((program) => program.stop()));
  await source.destroy();
  await post.stop();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

/** API and worker as programs, one of which dies at a named moment; then Giulia files a paper. */
async function fileWith(failpoint: FailpointName, dies: 'api' | 'worker') {
  database = await createTestDatabase();
  post = await SmtpCatcher.start();
  folder = await mkdtemp(join(tmpdir(), 'capofila-failpoint-'));
  const password = await prepareDemo(database, { date: '2024-05-14', time: '09:00' });
  source = await openDataSource({ url: database.urls.worker });
  const port = await anyFreePort();
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATA_DIR: folder,
    CAPOFILA_HTTP_PORT: String(port),
    CAPOFILA_SMTP_URL: post.url,
    TEMPORAL_ADDRESS: testTemporalAddress(),
    TEMPORAL_NAMESPACE: `failpoint-${randomUUID()}`,
  };
  const strikes = (program: string) => (program === dies ? { CAPOFILA_FAILPOINT: failpoint } : {});
  const api = new Supervised(
    'dist/apps/api/main.js',
    { ...env, CAPOFILA_DATABASE_URL: database.urls.app },
    strikes('api'),
  );
  const worker = new Supervised(
    'dist/apps/worker/main.js',
    { ...env, CAPOFILA_DATABASE_URL: database.urls.worker },
    strikes('worker'),
  );
  programs = [api, worker];
  for (const program of programs) program.start();
  const marta = await signInAgain(url, 'marta@unione.example', password);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const launched = await insist(() =>
    marta.post(
      '/calls',
      { actingBody, definition: { id: 'send-comuni-2024', version: 1 }, comuni: ['076068'] },
      { 'idempotency-key': 'launch-once' },
    ),
  );
  const { number, applicant } = launched.json.applications[0];
  await insist(() =>
    marta.post(
      `/applications/${number}/facts`,
      {
        actingBody,
        onBehalfOf: applicant,
        type: 'milestone.recorded',
        body: { milestone: 'participation', outcome: 'yes' },
      },
      { 'idempotency-key': 'decided-once' },
    ),
  );
  const giulia = await signInAgain(url, 'giulia@rivello.example', password);
  const query = `requirement=participationAct&actingBody=${applicant}`;
  const filed = await insist(() =>
    giulia.upload(`/applications/${number}/documents?${query}`, 'delibera', {
      'idempotency-key': 'filed-once',
    }),
  );
  expect(filed.status).toBe(201);
  return { api, worker };
}

const receipts = () => post.messages.filter((mail) => mail.subject.startsWith('Ricevuto'));

async function oneReceiptMarked(): Promise<void> {
  await post.waitFor((mail) => mail.subject.startsWith('Ricevuto'), 60_000);
  const marked = () =>
    source.query<{ state: string }[]>(
      `select l.state from mail l join message m on m.mail_id = l.id where m.kind = 'documentFiled'`,
    );
  // The mark follows the mail by a moment, or by a restart of the worker.
  for (let tries = 0; (await marked())[0]?.state !== 'sent'; tries += 1) {
    if (tries > 600) throw new Error('the mail was never marked as sent');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await marked()).toHaveLength(1);
}

test('dead before the commit: nothing is stored, and the same request is stored once', async () => {
  const { api } = await fileWith('record.before-commit', 'api');
  expect(api.deaths).toBe(1);
  const types: { type: string; count: string }[] = await source.query(
    'select type, count(*) from fact group by type order by type',
  );
  expect(types.map((row) => `${row.type} ${row.count}`)).toEqual([
    'application.opened 1',
    'call.launched 1',
    'document.filed 1',
    'milestone.recorded 1',
  ]);
}, 120_000);

test('dead between waking and deleting the wake-up: woken twice, decided once', async () => {
  const { worker } = await fileWith('relay.before-delete', 'worker');
  await oneReceiptMarked();
  expect(worker.deaths).toBe(1);
  expect(receipts()).toHaveLength(1);
  const doubled: unknown[] = await source.query('select key from message group by key having count(*) > 1');
  expect(doubled).toEqual([]);
}, 120_000);

test('dead before the mail is sent: it goes once', async () => {
  const { worker } = await fileWith('post.before-send', 'worker');
  await oneReceiptMarked();
  expect(worker.deaths).toBe(1);
  expect(receipts()).toHaveLength(1);
}, 120_000);

test('dead after the mail server accepted: it goes twice with one Message-ID, the one documented window', async () => {
  const { worker } = await fileWith('post.after-send', 'worker');
  await oneReceiptMarked();
  expect(worker.deaths).toBe(1);
  const [first, second, ...more] = receipts();
  expect(more).toEqual([]);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.text).toBe(first?.text);
}, 120_000);
