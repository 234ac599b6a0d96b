import { PostgresClock } from '#persistence/clock.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { type RunningApi, runApi } from '../support/running-api.js';
import { demoPassword } from '../support/running-product.js';

let api: RunningApi;
let marta: Desk;
let rocco: Desk;
let giulia: Desk;
let call: string;
let numbers: string[];
let ids: string[];

beforeAll(async () => {
  api = await runApi({ date: '2024-05-08', time: '09:12' });
  const people = ['marta@unione.example', 'rocco@unione.example', 'giulia@rivello.example'];
  const desks = await Promise.all(people.map((email) => signIn(api.url, email, demoPassword)));
  [marta, rocco, giulia] = desks as [Desk, Desk, Desk];
  const { json } = await marta.post('/calls', {
    actingBody: union(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068', '076054', '076042', '076044'],
  });
  call = json.call.number;
  // Rivello first: Giulia sees no other.
  const seen = (await giulia.get('/applications')).json.applications[0].number;
  const opened: { id: string; number: string }[] = json.applications;
  opened.sort((a, b) => Number(b.number === seen) - Number(a.number === seen));
  numbers = opened.map((each) => each.number);
  ids = opened.map((each) => each.id);
});

afterAll(() => api?.stop());

const union = () => Object.values(marta.bodies)[0] ?? '';
const path = (n: number) => `/applications/${numbers[n]}`;
const read = (desk: Desk, n: number) => desk.get(path(n));
const tagOf = (answer: Answer) => answer.headers.get('etag') ?? '';
const ticks = (desk: Desk, n: number, headers: Record<string, string> = {}) =>
  desk.post(
    `${path(n)}/facts`,
    { actingBody: union(), type: 'outside.checked', body: { stage: 'decision' } },
    headers,
  );

test('a page has a tag, and is not sent again to a reader who has it', async () => {
  const page = await read(giulia, 0);
  expect(tagOf(page)).toMatch(new RegExp(`^"${page.json.seq}-${page.json.callSeq}-[\\w-]+"$`));
  expect(page.headers.get('cache-control')).toBe('private, no-cache');
  const ask = (tag: string) => ({ 'if-none-match': tag });
  const again = await fetchAs(giulia, path(0), ask(tagOf(page)));
  expect({ status: again.status, text: await again.text() }).toEqual({ status: 304, text: '' });
  // What the office reads of the same case is another page.
  expect((await fetchAs(marta, path(0), ask(tagOf(page)))).status).toBe(200);
  await ticks(marta, 0);
  expect((await fetchAs(giulia, path(0), ask(tagOf(page)))).status).toBe(200);
});

test('what somebody else recorded meanwhile stops a fact: who, when and what, and the page decides', async () => {
  const before = tagOf(await read(marta, 1));
  expect((await ticks(rocco, 1)).status).toBe(201);
  const facts = async () => (await marta.get(`${path(1)}/facts`)).json.facts.length;
  const recorded = await facts();
  const refused = await ticks(marta, 1, { 'if-match': before });
  expect(refused).toMatchObject({ status: 412, json: { code: 'CASO-03', title: 'Cambiata nel frattempo' } });
  expect(refused.json.detail).toMatch(
    /^Un’altra persona ha cambiato questa candidatura alle 9:1\d \(Rocco Lapenta, Unione\): guarda che cosa è cambiato, poi conferma\.$/,
  );
  expect(refused.json.changes).toEqual([
    {
      fact: expect.any(String),
      type: 'outside.checked',
      recordedAt: expect.stringMatching(/^2024-05-08T07:1\d:/),
      by: 'Rocco Lapenta',
      of: 'Unione',
    },
  ]);
  expect(await facts()).toBe(recorded);
  // Looked at again, or recorded all the same.
  expect((await ticks(marta, 1, { 'if-match': tagOf(await read(marta, 1)) })).status).toBe(201);
  expect((await ticks(marta, 1)).status).toBe(201);
});

test('one’s own facts since the page was read are no surprise', async () => {
  const tag = tagOf(await read(marta, 1));
  expect((await ticks(marta, 1)).status).toBe(201);
  expect((await ticks(marta, 1, { 'if-match': tag })).status).toBe(201);
});

test('of two people who act on the same page at once, one is stopped', async () => {
  const tag = tagOf(await read(marta, 2));
  const both = await Promise.all([marta, rocco].map((desk) => ticks(desk, 2, { 'if-match': tag })));
  expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 412]);
});

test('an extension of the call stops a fact, and another extension', async () => {
  const tag = tagOf(await read(rocco, 3));
  const amend = (desk: Desk, newEnd: string, headers: Record<string, string> = {}) =>
    desk.post(
      `/calls/${call}/amendments`,
      {
        actingBody: union(),
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto',
        actDate: '2024-05-08',
        knownOn: '2024-05-08',
        newEnd,
      },
      headers,
    );
  expect((await amend(marta, '2024-12-06', { 'if-match': tag })).status).toBe(201);
  const stopped = await amend(rocco, '2024-12-13', { 'if-match': tag });
  expect(stopped).toMatchObject({ status: 412, json: { code: 'CASO-03' } });
  expect(stopped.json.detail).toContain('ha cambiato questo avviso alle 9:');
  expect((await ticks(rocco, 3, { 'if-match': tag })).status).toBe(412);
  expect((await amend(rocco, '2024-12-13')).status).toBe(201);
});

test('what the engine decides by itself stops nobody', async () => {
  const before = await read(marta, 2);
  await marta.post('/clock', { actingBody: union(), to: { date: '2024-06-24', time: '10:00' } });
  const looked = await new CaseRecord(
    new PostgresCaseStore(api.worker),
    new PostgresClock(api.worker, true),
  ).look(ids[2] ?? '');
  expect(looked).toMatchObject({ ok: true });
  expect((await read(marta, 2)).json.seq).toBeGreaterThan(before.json.seq);
  expect((await ticks(marta, 2, { 'if-match': tagOf(before) })).status).toBe(201);
});

test('a tag that is none is refused', async () => {
  const refused = await ticks(marta, 2, { 'if-match': '"ieri"' });
  expect(refused).toMatchObject({ status: 422, json: { code: 'API-06' } });
});

async function fetchAs(desk: Desk, at: string, headers: Record<string, string>): Promise<Response> {
  const { json } = await desk.post('/tokens', { label: 'pagina', days: 1 });
  return fetch(`${api.url}${at}`, { headers: { authorization: `Bearer ${json.token}`, ...headers } });
}
