import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { anyFreePort } from '../../apps/demo/free-port.js';
import type { Answer } from '../../apps/demo/desk.js';
import { verifyChains } from '#persistence/record/verify-chains.js';
import { openDataSource } from '#persistence/data-source.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { prepareDemo } from '../support/running-product.js';
import { testTemporalAddress } from '../support/server-addresses.js';
import { insist, signInAgain, Supervised } from '../support/supervised.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';

const KILLS = 20;
const SEED = 20240514;
const REFERENTS = ['teresa', 'franca', 'pietro', 'daniela', 'gerardo', 'simona', 'nadia', 'giulia', 'paolo'];

/** mulberry32: the order of victims is the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let database: TestDatabase;
let source: DataSource;
let post: SmtpCatcher;
let api: Supervised;
let worker: Supervised;
let folder: string;
let url: string;
let password: string;

beforeAll(async () => {
  database = await createTestDatabase();
  post = await SmtpCatcher.start();
  folder = await mkdtemp(join(tmpdir(), 'capofila-kill-'));
  password = await prepareDemo(database, { date: '2024-05-14', time: '09:00' });
  source = await openDataSource({ url: database.urls.worker });
  const port = await anyFreePort();
  url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATA_DIR: folder,
    CAPOFILA_HTTP_PORT: String(port),
    CAPOFILA_SMTP_URL: post.url,
    TEMPORAL_ADDRESS: testTemporalAddress(),
    TEMPORAL_NAMESPACE: `kill-${randomUUID()}`,
  };
  api = new Supervised('dist/apps/api/main.js', { ...env, CAPOFILA_DATABASE_URL: database.urls.app });
  worker = new Supervised('dist/apps/worker/main.js', {
    ...env,
    CAPOFILA_DATABASE_URL: database.urls.worker,
  });
  api.start();
  worker.start();
}, 60_000);

afterAll(async () => {
  await Promise.all([api?.stop(), worker?.stop()]);
  await source?.destroy();
  await post?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

test('20 times kill -9 of API and worker: every confirmation is a stored fact, every mail goes, none is another', async () => {
  const random = seeded(SEED);
  const marta = await signInAgain(url, 'marta@unione.example', password);
  const union = Object.values(marta.bodies)[0] ?? '';
  const launched = await insist(() =>
    marta.post(
      '/calls',
      { actingBody: union, definition: { id: 'send-comuni-2024', version: 1 }, comuni: 'all' },
      { 'idempotency-key': 'launch-send' },
    ),
  );
  expect(launched.status).toBe(201);
  const confirmed: string[] = [];
  let acts = 0;
  const act = async (ask: (key: Record<string, string>) => Promise<Answer>): Promise<Answer> => {
    const key = { 'idempotency-key': `act-number-${acts}` };
    const asked = insist(() => ask(key));
    // The kill falls while the request is under way.
    if (acts % 2 === 0 && acts / 2 < KILLS) (random() < 0.5 ? api : worker).kill();
    acts += 1;
    const answer = await asked;
    expect(answer.status).toBe(201);
    for (const fact of answer.json.facts ?? []) confirmed.push(fact.id);
    return answer;
  };

  const expectedMails: string[] = [];
  for (const name of REFERENTS) {
    const people = launched.json.applications.map((each: { comune: string }) => each.comune);
    const desk = await signInAgain(url, addressOf(name), password);
    const comune = Object.keys(desk.bodies).find((each) => people.includes(each)) ?? '';
    const { number, applicant } = launched.json.applications.find(
      (each: { comune: string }) => each.comune === comune,
    );
    const path = `/applications/${number}`;
    await act((key) =>
      marta.post(
        `${path}/facts`,
        {
          actingBody: union,
          onBehalfOf: applicant,
          channel: 'phone',
          type: 'milestone.recorded',
          body: { milestone: 'participation', outcome: 'yes' },
        },
        key,
      ),
    );
    for (const requirement of ['participationAct', 'serviceList']) {
      const query = `requirement=${requirement}&actingBody=${applicant}`;
      const filed = await act((key) =>
        desk.upload(`${path}/documents?${query}`, `${requirement} ${comune}`, key),
      );
      await act((key) =>
        marta.post(
          `${path}/facts`,
          {
            actingBody: union,
            type: 'document.reviewed',
            body: { requirement, document: filed.json.document, verdict: 'accepted' },
          },
          key,
        ),
      );
      expectedMails.push(`${addressOf(name)} ${requirement} ${comune}`);
    }
  }

  expect(acts / 2).toBeGreaterThanOrEqual(KILLS);
  // A kill may meet a program that has just died.
  expect(api.deaths + worker.deaths).toBeGreaterThan(KILLS * 0.75);
  // Every confirmation given is a stored fact, and the chains are whole.
  const stored: { id: string }[] = await source.query('select id from fact where id = any ($1)', [confirmed]);
  expect(stored).toHaveLength(new Set(confirmed).size);
  expect(new Set(confirmed).size).toBe(confirmed.length);
  expect((await verifyChains(source)).broken).toEqual([]);

  // Every confirmation by mail arrives: one mail for each filing, each with its own Message-ID.
  const receipts = () =>
    new Set(
      post.messages.filter((mail) => mail.subject.startsWith('Ricevuto')).map((mail) => mail.messageId),
    );
  while (receipts().size < expectedMails.length) {
    const known = post.messages.length;
    await post.waitFor((mail) => mail.number > known, 60_000);
  }
  const marked: { message_id: string; state: string }[] = await source.query(
    `select l.message_id, l.state from mail l join message m on m.mail_id = l.id where m.kind = 'documentFiled'`,
  );
  expect(marked.map((row) => `<${row.message_id}>`).toSorted()).toEqual([...receipts()].toSorted());
  // A mail that came twice is the same mail: the documented window between "accepted" and our mark.
  const byId = new Map<string, string>();
  for (const mail of post.messages) {
    expect(byId.get(mail.messageId) ?? mail.text).toBe(mail.text);
    byId.set(mail.messageId, mail.text);
  }
}, 300_000);

function addressOf(name: string): string {
  const places: Record<string, string> = {
    teresa: 'castelluccioinferiore',
    franca: 'castellucciosuperiore',
    pietro: 'lagonegro',
    daniela: 'latronico',
    gerardo: 'lauria',
    simona: 'maratea',
    nadia: 'nemoli',
    giulia: 'rivello',
    paolo: 'trecchina',
  };
  return `${name}@${places[name]}.example`;
}
