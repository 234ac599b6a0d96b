import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** A person's terms in their calendar program, which asks over HTTP with nothing but the secret address. */
let product: RunningProduct;
let owner: DataSource;
let marta: Desk;
let rocco: Desk;
let lauria: Desk;
let trecchina: Desk;
const ACTING = () => ({ actingBody: Object.values(marta.bodies)[0] ?? '' });

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  owner = await openDataSource({ url: product.database.urls.owner });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  rocco = await signIn(product.url, 'rocco@unione.example', demoPassword);
  lauria = await signIn(product.url, 'gerardo@lauria.example', demoPassword);
  trecchina = await signIn(product.url, 'paolo@trecchina.example', demoPassword);
  await marta.post('/calls', {
    ...ACTING(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076042', '076092'],
  });
});

afterAll(async () => {
  await owner?.destroy();
  await product?.stop();
});

interface CalendarEvent {
  day: string;
  sequence: string;
  summary: string;
  description: string;
}

/** Path of a new address; the installation has no address of pages, so it is the API's own. */
async function make(desk: Desk): Promise<string> {
  const { status, json } = await desk.post('/me/calendar', {});
  expect(status).toBe(201);
  expect(json.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/calendario\/[\w-]{43}\.ics$/);
  return new URL(json.address).pathname;
}

const ask = (path: string) => fetch(`${product.url}${path}`);

/** Events by UID, with folded lines put together as RFC 5545 says. */
async function events(path: string): Promise<Map<string, CalendarEvent>> {
  const answer = await ask(path);
  expect(answer.status).toBe(200);
  const text = (await answer.text()).replaceAll('\r\n ', '');
  return new Map(
    text
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((block) => {
        const value = (name: string) =>
          new RegExp(`^${name}[^:\\r\\n]*:(.*)\\r$`, 'm').exec(block)?.[1] ?? '';
        return [
          value('UID'),
          {
            day: value('DTSTART;VALUE=DATE'),
            sequence: value('SEQUENCE'),
            summary: value('SUMMARY'),
            description: value('DESCRIPTION'),
          },
        ];
      }),
  );
}

test('there is none until it is made, its secret is told once, and only a hash is kept', async () => {
  expect((await lauria.get('/me/calendar')).json).toEqual({ since: null });
  const path = await make(lauria);
  const { text, json } = await lauria.get('/me/calendar');
  expect(json.since).toMatch(/^2024-05-08T08:/);
  const secret = /calendario\/(.*)\.ics/.exec(path)?.[1] ?? 'none';
  expect(text).not.toContain(secret);
  const [kept] = await owner.query<{ row: string }[]>(`select calendar::text as row from calendar`);
  expect(kept?.row).not.toContain(secret);
});

test('a calendar program reads the terms of its person, by the day to work by, without signing in', async () => {
  const path = await make(lauria);
  const answer = await ask(path);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const text = await answer.text();
  expect(text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n');
  expect(text).not.toContain('Trecchina');
  expect(text).not.toMatch(/Gerardo|@lauria\.example/);
  const { deadlines } = (await lauria.get('/deadlines')).json;
  const shown = [...(await events(path)).values()];
  expect(shown.map((each) => each.day)).toEqual(
    deadlines.map((each: { workBy: string }) => each.workBy.replaceAll('-', '')),
  );
  const end = shown.find((each) => each.summary.includes('chiusura'));
  expect(end?.summary).toBe("Lauria · SEND: chiusura dell'avviso — lavora entro oggi");
  expect(end?.description).toContain('Termine ufficiale: venerdì 20 settembre 2024\\, ore 23:59.');
  expect(end?.description).toContain('/candidature/lauria-send-2024');
});

test('an extension moves the event, and no second one stands beside it', async () => {
  const path = await make(trecchina);
  const before = await events(path);
  const [uid] = [...before].find(([, each]) => each.summary.includes('chiusura')) ?? [''];
  const extended = await marta.post('/calls/send-2024/amendments', {
    ...ACTING(),
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto di proroga',
    actDate: '2024-05-08',
    knownOn: '2024-05-08',
    newEnd: '2024-12-06',
  });
  expect(extended.status).toBeLessThan(300);
  let after = await events(path);
  await eventually(async () => {
    after = await events(path);
    return after.get(uid)?.day !== before.get(uid)?.day;
  });
  expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
  expect(after.get(uid)?.day.startsWith('20241')).toBe(true);
  expect([before.get(uid)?.sequence, after.get(uid)?.sequence]).toEqual(['0', '1']);
  expect(after.get(uid)?.description).toContain('Termine ufficiale: venerdì 6 dicembre 2024');
  expect(after.get(uid)?.description).toContain('Prima era venerdì 20 settembre 2024.');
});

test('a new address takes the place of the old one, and one that was ended opens nothing', async () => {
  const old = await make(lauria);
  const fresh = await make(lauria);
  expect((await ask(old)).status).toBe(404);
  expect((await ask(fresh)).status).toBe(200);
  expect((await lauria.delete('/me/calendar')).status).toBe(204);
  const gone = await ask(fresh);
  expect(gone.status).toBe(404);
  expect(gone.headers.get('content-type')).toContain('application/problem+json');
  expect(((await gone.json()) as { code: string }).code).toBe('CAL-404');
  expect((await lauria.get('/me/calendar')).json).toEqual({ since: null });
});

test('an API token makes no address that outlives it', async () => {
  const { json } = await lauria.post('/tokens', { label: 'prova', days: 1 });
  const answer = await fetch(`${product.url}/me/calendar`, {
    method: 'POST',
    headers: { authorization: `Bearer ${json.token}` },
  });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'ACC-09']);
});

test('a new password ends the address as it ends devices and keys', async () => {
  const path = await make(trecchina);
  expect((await ask(path)).status).toBe(200);
  const change = { current: demoPassword, password: 'quattro parole messe insieme' };
  expect((await trecchina.put('/me/password', change)).status).toBe(204);
  expect((await ask(path)).status).toBe(404);
  expect((await ask(await make(trecchina))).status).toBe(200);
});

test('the calendar of a closed account is gone, and stays so when the account is opened again', async () => {
  const path = await make(trecchina);
  const act = (what: string) => rocco.post(`/people/${trecchina.person}/${what}`, ACTING());
  expect((await act('deactivation')).status).toBeLessThan(300);
  expect((await ask(path)).status).toBe(404);
  expect((await act('reactivation')).status).toBeLessThan(300);
  expect((await ask(path)).status).toBe(404);
  const rows: unknown[] = await owner.query('select 1 from calendar where person_id = $1', [
    trecchina.person,
  ]);
  expect(rows).toEqual([]);
});

test('the calendar of a person who is erased is gone', async () => {
  const path = await make(lauria);
  const erased = await rocco.post(`/people/${lauria.person}/pseudonymisation`, ACTING());
  expect(erased.status).toBeLessThan(300);
  expect((await ask(path)).status).toBe(404);
});

test('whoever asks too often is told to wait, and may still sign in', async () => {
  const nowhere = '/calendario/nessuno.ics';
  const first = await Promise.all(Array.from({ length: 30 }, () => ask(nowhere)));
  expect(new Set(first.map((each) => each.status))).toEqual(new Set([404]));
  const next = await ask(nowhere);
  expect(next.status).toBe(429);
  expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
  await expect(signIn(product.url, 'marta@unione.example', demoPassword)).resolves.toBeDefined();
});
