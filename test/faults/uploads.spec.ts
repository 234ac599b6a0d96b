import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anyFreePort } from '../../apps/demo/free-port.js';
import type { Desk } from '../../apps/demo/desk.js';
import type { TestDatabase } from '../support/database.js';
import { demoPassword, productDatabase } from '../support/product.js';
import { signInAgain, Supervised } from '../support/supervised.js';
import { type TusOutcome, tusUpload } from '../support/tus-client.js';

/** A browser that does not give up. */
const PATIENCE = Array.from({ length: 100 }, () => 100);
const PAPER = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(2_000_000)]);
const HASH = createHash('sha256').update(PAPER).digest('hex');

let database: TestDatabase;
let folder: string;
let api: Supervised;
let url: string;

async function start(first: NodeJS.ProcessEnv = {}): Promise<{ giulia: Desk; application: string }> {
  database = await productDatabase({ date: '2024-05-08', time: '10:00' });
  folder = await mkdtemp(join(tmpdir(), 'capofila-uploads-'));
  const port = await anyFreePort();
  url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATABASE_URL: database.urls.app,
    CAPOFILA_DATA_DIR: folder,
    CAPOFILA_HTTP_PORT: String(port),
    CAPOFILA_SMTP_URL: 'smtp://127.0.0.1:1',
  };
  api = new Supervised('dist/apps/api/main.js', env, first);
  api.start();
  const marta = await signInAgain(url, 'marta@unione.example', demoPassword);
  const { json } = await marta.post('/calls', {
    actingBody: Object.values(marta.bodies)[0],
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  const giulia = await signInAgain(url, 'giulia@rivello.example', demoPassword);
  return { giulia, application: json.applications[0].number };
}

afterEach(async () => {
  await api?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function proofOf(
  { giulia, application }: { giulia: Desk; application: string },
  onChunk: (taken: number) => void,
): Promise<TusOutcome> {
  const { json } = await giulia.post('/tokens', { label: 'tus', days: 1 });
  const outcome = await tusUpload(PAPER, {
    url,
    headers: { authorization: `Bearer ${json.token}` },
    metadata: { application, requirement: 'proof', actingBody: giulia.bodies['Rivello'] ?? '' },
    chunk: 256 * 1024,
    retryDelays: PATIENCE,
    onChunk,
  });
  if (outcome === undefined) throw new Error('the upload was broken off');
  return outcome;
}

/** Files of a folder and below. */
async function filesIn(name: string): Promise<string[]> {
  const entries = await readdir(join(folder, name), { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => each.name);
}

test('the API is killed and started again in the middle: the upload goes on, the same bytes arrive', async () => {
  const desks = await start();
  let killed: Promise<void> | undefined;
  const done = await proofOf(desks, (taken) => {
    if (taken >= 700_000) killed ??= api.kill();
  });
  await killed;
  expect(api.deaths).toBe(1);
  expect(done.json).toMatchObject({ sha256: HASH, bytes: PAPER.length });
  expect(await filesIn('documents')).toEqual([HASH]);
});

test('killed with the last byte in hand and nothing stored: it is filed once, and its person gets the confirmation', async () => {
  // The first commit is the launch, the second the filing.
  const desks = await start({ CAPOFILA_FAILPOINT: 'record.before-commit:2' });
  const done = await proofOf(desks, () => undefined);
  expect(api.deaths).toBe(1);
  const { json: confirmation } = await desks.giulia.get(new URL(done.url).pathname);
  expect(confirmation).toMatchObject({ sha256: HASH, bytes: PAPER.length });
  const kept = await desks.giulia.get(
    `/applications/${desks.application}/documents/${confirmation.document}`,
  );
  expect(kept.status).toBe(200);
  expect(await filesIn('documents')).toEqual([HASH]);
  expect(await filesIn('uploads')).toEqual([`${done.url.split('/').at(-1)}.json`]);
});
