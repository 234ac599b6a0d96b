import { PostgresClock } from '#persistence/clock.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { asSuperuser } from '../../apps/demo/postgres-databases.js';
import { type EventStream, openEvents } from '../support/event-stream.js';
import { type RunningApi, runApi } from '../support/running-api.js';
import { demoPassword } from '../support/running-product.js';

let api: RunningApi;
let marta: Desk;
let application: string;
const open: EventStream[] = [];

beforeAll(async () => {
  api = await runApi({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(api.url, 'marta@unione.example', demoPassword);
  const { json } = await marta.post('/calls', {
    actingBody: Object.values(marta.bodies)[0],
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  application = json.applications[0].id;
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.end()));
});

afterAll(() => api?.stop());

/** A browser of a person, signed in anew, with a page that listens. */
async function page(email = 'giulia@rivello.example', headers: Record<string, string> = {}) {
  const session = await fetch(`${api.url}/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: demoPassword }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  const stream = await listening({ cookie, ...headers });
  return { cookie, stream };
}

async function listening(headers: Record<string, string>): Promise<EventStream> {
  const stream = await openEvents(api.url, headers);
  open.push(stream);
  return stream;
}

test('whoever only asks for the head of the stream has its answer at once', async () => {
  const { cookie } = await page();
  const answer = await fetch(`${api.url}/events`, { method: 'HEAD', headers: { cookie } });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toMatch(/^text\/event-stream/);
});

/** The worker's role records: somebody in the office ticks the weekly round. */
async function somethingHappens(): Promise<void> {
  const record = new CaseRecord(new PostgresCaseStore(api.worker), new PostgresClock(api.worker, true));
  const outcome = await record.record({ as: 'worker' }, application, () => [
    {
      fact: {
        type: 'outside.checked',
        legalDate: '2024-05-08',
        legalSource: 'declared',
        channel: 'web',
        actor: marta.person,
        body: { stage: 'decision' },
      },
    },
  ]);
  expect(outcome).toMatchObject({ ok: true });
}

test('a fact recorded by the worker reaches every open page, without a word of what it is', async () => {
  const pages = [await page(), await page('paolo@trecchina.example'), await page('marta@unione.example')];
  const told = pages.map(({ stream }) => stream.next());
  await somethingHappens();
  await Promise.all(told);
  for (const { stream } of pages) {
    expect(stream.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('cache-control')).toBe('no-store');
    expect(stream.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    expect(stream.text()).toMatch(/^retry: 3000\nid: 0\n\n(event: changed\ndata:\n\n)+$/);
  }
});

test('many changes that come close together are told as few', async () => {
  const { stream } = await page();
  const before = stream.heard.length;
  const started = performance.now();
  const told = stream.next();
  for (let n = 0; n < 10; n += 1) await somethingHappens();
  await told;
  const windows = (performance.now() - started) / 300;
  expect(stream.heard.length - before).toBeLessThanOrEqual(Math.ceil(windows) + 1);
});

test('a program listens with its token; a token that is withdrawn hears nothing more', async () => {
  const { json } = await marta.post('/tokens', { label: 'programma', days: 1 });
  const stream = await listening({ authorization: `Bearer ${json.token}` });
  expect(stream.status).toBe(200);
  const tokens = (await marta.get('/tokens')).json.tokens;
  const { cookie } = await page('marta@unione.example');
  await fetch(`${api.url}/tokens/${tokens[0].id}`, { method: 'DELETE', headers: { cookie } });
  await expect(stream.ended).resolves.toBeUndefined();
});

test('who signs out hears nothing more; the same person’s other browser goes on', async () => {
  const first = await page();
  const second = await page();
  await fetch(`${api.url}/sessions/current`, { method: 'DELETE', headers: { cookie: first.cookie } });
  await expect(first.stream.ended).resolves.toBeUndefined();
  const told = second.stream.next();
  await somethingHappens();
  await expect(told).resolves.toBeUndefined();
});

test('an account that is closed hears nothing more', async () => {
  const { stream } = await page('paolo@trecchina.example');
  await asOwner(`update person set deactivated_at = now() where email = 'paolo@trecchina.example'`);
  await expect(stream.ended).resolves.toBeUndefined();
  await asOwner(`update person set deactivated_at = null where email = 'paolo@trecchina.example'`);
});

test('eight pages a person, no more: the ninth is told so, and works as soon as one is closed', async () => {
  const { cookie } = await page();
  for (let n = 1; n < 8; n += 1) expect((await listening({ cookie })).status).toBe(200);
  const ninth = await fetch(`${api.url}/events`, { headers: { cookie } });
  expect(ninth.status).toBe(429);
  expect(ninth.headers.get('retry-after')).toBe('60');
  expect(await ninth.json()).toMatchObject({ code: 'LIVE-01' });
  expect((await page('marta@unione.example')).stream.status).toBe(200);
  await open.shift()?.end();
  let status = 429;
  // The server hears of a closed connection when it hears of it.
  for (let tries = 0; status === 429 && tries < 200; tries += 1)
    status = (await listening({ cookie })).status;
  expect(status).toBe(200);
});

test('a page that comes back after its connection broke is told at once: it may have missed something', async () => {
  const { stream } = await page('giulia@rivello.example', { 'last-event-id': '0' });
  if (stream.heard.length === 0) await stream.next();
  expect(stream.heard).toEqual(['changed']);
});

test('the connection to the database that hears of changes is lost: it comes back, and pages look again', async () => {
  const { stream } = await page();
  const told = stream.next();
  await asSuperuser(api.database.urls.superuser, (client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'capofila-changes' and datname = $1`,
      [api.database.name],
    ),
  );
  await told;
  const again = stream.next();
  await somethingHappens();
  await expect(again).resolves.toBeUndefined();
});

test('without signing in there is nothing to hear', async () => {
  const answer = await fetch(`${api.url}/events`);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
});

async function asOwner(sql: string): Promise<void> {
  await asSuperuser(api.database.urls.owner, (client) => client.query(sql));
}
