import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { FolderDocumentStore } from '#documents/folder-document-store.js';
import { migrate } from '#persistence/migrate.js';
import { asWorker } from '#persistence/scoped.js';
import type { TestDatabase } from '../support/database.js';
import { type RunningWorker, runWorker } from '../support/running-worker.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';
import { restoreDatabase } from './dump.js';
import { EXPLAINED } from './explained.js';
import { makeDumps } from './make-dumps.js';
import { readPacked, unpackFiles } from './packed.js';
import { quiet } from './quiet.js';
import { DUMPS, filesOf } from './releases.js';
import { differences, readState, type State } from './state.js';

// `npm run release:dump` makes the dumps of the release in hand (package.json) anew, and then tries them.
const inHand = process.env['CAPOFILA_DUMP_RELEASE'];
if (inHand !== undefined) beforeAll(() => makeDumps(inHand), 600_000);

/** What an operator runs, on the built command. */
async function capofila({ urls }: TestDatabase, ...words: string[]): Promise<Record<string, unknown>> {
  const env = { ...process.env, CAPOFILA_DATABASE_URL: urls.worker };
  const command = ['dist/apps/cli/main.js', ...words, '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  return JSON.parse(stdout);
}

describe.each(DUMPS)('%s, brought up to date', (dump) => {
  let worker: RunningWorker;
  let post: SmtpCatcher;
  let folder: string;
  let before: State;

  beforeAll(async () => {
    const files = filesOf(dump);
    folder = await mkdtemp(join(tmpdir(), 'capofila-release-'));
    await unpackFiles(files.documents, folder);
    before = JSON.parse(await readPacked(files.state)) as State;
    const database = await restoreDatabase(files.rows);
    await migrate(database.urls.owner);
    post = await SmtpCatcher.start();
    worker = await runWorker(database, post);
    await capofila(database, 'wake', '--all');
    await quiet(worker);
  }, 300_000);

  afterAll(async () => {
    await worker?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('no mail is told twice, no chain changes and no case moves, unless it is explained', async () => {
    const after = await readState(worker.source);
    expect(Object.keys(before.cases).length).toBeGreaterThan(8);
    const explained = EXPLAINED[dump] ?? [];
    const found = differences(before, after);
    expect(found.filter((line) => !explained.some(({ lines }) => lines.test(line)))).toEqual([]);
    expect(explained.map(({ lines }) => found.filter((line) => lines.test(line)).length)).toEqual(
      explained.map(({ times }) => times),
    );
    expect(post.messages.map(({ to, subject }) => `${to.join(', ')}: ${subject}`)).toEqual([]);
  });

  test('every chain verifies, and every application folds to what its row says', async () => {
    const { facts, broken } = await capofila(worker.database, 'verify');
    expect(broken).toEqual([]);
    expect(facts).toBeGreaterThan(50);
    expect(await capofila(worker.database, 'rebuild')).toMatchObject({ changed: [] });
  });

  test('every document is there as it was filed', async () => {
    const rows = await asWorker<{ sha256: string }[]>(worker.source, (manager) =>
      manager.query('select distinct sha256 from document'),
    );
    const store = new FolderDocumentStore(join(folder, 'documents'));
    expect(rows.length).toBeGreaterThan(5);
    for (const { sha256 } of rows) {
      const content = await buffer(await store.get(sha256));
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    }
  });
});

test('a case that moved, a chain that grew and a mail told again are seen', () => {
  const told = { chains: { A: '4 abc' }, messages: [], mails: ['1 · giulia · CUP · sent'] };
  const before: State = { ...told, cases: { A: { stage: 'filed' } } };
  const after: State = {
    ...told,
    cases: { A: { stage: 'granted', added: true } },
    chains: { A: '5 def' },
    mails: [...told.mails, ...told.mails],
  };
  expect(differences(before, after)).toEqual([
    'A stage: "filed" -> "granted"',
    'A chain: 4 abc -> 5 def',
    'mail + 1 · giulia · CUP · sent',
  ]);
});
