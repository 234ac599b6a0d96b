import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { sendDefinition } from '../support/send-definition.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

/** A piece of an upload, in bytes, as the page sends it. */
const PIECE = 2 * 1_048_576;

let product: RunningProduct;
let browser: Browser;
let marta: Desk;
let number = '';
let nemoli = '';
let folder = '';

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-14', time: '10:00' }), openBrowser()]);
  folder = await mkdtemp(join(tmpdir(), 'capofila-browser-'));
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  const office = Object.values(marta.bodies)[0] ?? '';
  const kept = await marta.post('/definitions', { actingBody: office, definition: withGoAhead() });
  if (kept.status !== 201) throw new Error(kept.text);
  const { json } = await marta.post('/calls', {
    actingBody: office,
    definition: { id: 'send-con-via-libera', version: 1 },
    comuni: 'all',
    confirmed: ['amounts'],
  });
  const takesPart = async (comune: string): Promise<string> => {
    const found = json.applications.find((each: { comune: string }) => each.comune === comune);
    await marta.post(`/applications/${found.number}/facts`, {
      actingBody: office,
      onBehalfOf: found.applicant,
      channel: 'phone',
      type: 'milestone.recorded',
      body: { milestone: 'participation', outcome: 'yes' },
    });
    return found.number;
  };
  number = await takesPart('Rivello');
  nemoli = await takesPart('Nemoli');
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The shipped call, whose papers the mayor gives a go-ahead for. */
function withGoAhead(): object {
  const send = sendDefinition();
  const goAhead = {
    kind: 'approval',
    id: 'goAhead',
    label: 'via libera ai documenti',
    order: 'sequence',
    rule: 'all',
    approvers: ['legalRepresentative'],
    substitute: 'secretary',
  };
  return {
    ...send,
    id: 'send-con-via-libera',
    stages: send.stages.map((stage) =>
      stage.id === 'preparation' ? { ...stage, requirements: [...stage.requirements, goAhead] } : stage,
    ),
  };
}

const statusOf = async (requirement: string, application = number): Promise<string> => {
  const { json } = await marta.get(`/applications/${application}`);
  return json.requirements.find((each: { id: string }) => each.id === requirement).status;
};

/** A file on disk keeps its date, so that it is the same file when it is chosen again. */
async function fileOf(name: string, bytes: number): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(bytes, name)]));
  return path;
}

test('an upload goes on by itself when the line comes back', async () => {
  const giulia = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = giulia;
  await giulia.signIn('giulia@rivello.example');
  await giulia.open(`/candidature/${number}?carica=participationAct`);
  let pieces = 0;
  await page.route('**/uploads/*', (route) => {
    const second = route.request().method() === 'PATCH' && (pieces += 1) === 2;
    return second ? route.abort('connectionreset') : route.continue();
  });
  await page.getByLabel(/^Scegli il file/).setInputFiles(await fileOf('delibera.pdf', 5_000_000));
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  expect(pieces).toBeGreaterThan(3);
  expect(await statusOf('participationAct')).toBe('inReview');
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await giulia.close();
});

/** Lets the page's own clock run, and what it asks meanwhile be answered; the test's clock stands. */
async function pass(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) await page.clock.runFor(1000);
}

test.each([
  ['45 seconds', 45, 'participationAct'],
  ['five minutes', 300, 'serviceList'],
])(
  'an upload goes on by itself after %s without a line, with the browser online',
  async (_long, seconds, paper) => {
    const nadia = await Visitor.at(product.url, browser);
    const { page } = nadia;
    await page.clock.install();
    await nadia.signIn('nadia@nemoli.example');
    await nadia.open(`/candidature/${nemoli}?carica=${paper}`);
    let tries = 0;
    await page.route('**/uploads/**', (route) => {
      tries += 1;
      return route.abort('connectionreset');
    });
    await page.getByLabel(/^Scegli il file/).setInputFiles(await fileOf(`${paper}.pdf`, 3_000_000));
    await page.getByRole('button', { name: 'Carica adesso' }).click();
    await page.getByText(/La connessione si è interrotta/).waitFor();
    await pass(page, seconds);
    // A try each quarter of a minute, after those of the first half.
    expect(tries).toBeGreaterThan(seconds / 20);
    await page.unroute('**/uploads/**');
    await pass(page, 16);
    await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
    expect(await statusOf(paper, nemoli)).toBe('inReview');
    await nadia.close();
  },
);

test('an upload goes on at once when the page hears from the server again', async () => {
  const nadia = await Visitor.at(product.url, browser);
  const { page } = nadia;
  await page.clock.install();
  await nadia.signIn('nadia@nemoli.example');
  await page.route('**/events', (route) => route.abort('connectionreset'));
  await nadia.open(`/candidature/${nemoli}?carica=serviceList`);
  await page.route('**/uploads/**', (route) => route.abort('connectionreset'));
  await page.getByLabel(/^Scegli il file/).setInputFiles(await fileOf('ancora.pdf', 3_000_000));
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByText(/La connessione si è interrotta/).waitFor();
  await pass(page, 60);
  await page.unroute('**/uploads/**');
  await page.unroute('**/events');
  // The stream comes back after three seconds, a try of its own would after fifteen.
  const before = await page.evaluate<number>('Date.now()');
  await pass(page, 4);
  await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  expect((await page.evaluate<number>('Date.now()')) - before).toBeLessThan(14_000);
  await nadia.close();
});

test('an upload that a reload broke off goes on where it was, with the same file chosen again', async () => {
  const giulia = await Visitor.at(product.url, browser);
  const { page } = giulia;
  await giulia.signIn('giulia@rivello.example');
  await giulia.open(`/candidature/${number}?carica=serviceList`);
  let pieces = 0;
  await page.route('**/uploads/*', (route) => {
    const later = route.request().method() === 'PATCH' && (pieces += 1) > 1;
    return later ? route.abort('internetdisconnected') : route.continue();
  });
  const file = await fileOf('servizi.pdf', 5_000_000);
  await page.getByLabel(/^Scegli il file/).setInputFiles(file);
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByText(/La connessione si è interrotta/).waitFor();
  expect(await statusOf('serviceList')).toBe('missing');
  await page.reload();
  await page.unroute('**/uploads/*');
  const from: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') from.push(request.headers()['upload-offset']);
  });
  await page.getByLabel(/^Scegli il file/).setInputFiles(file);
  await page.getByText('Non ancora caricato.').waitFor();
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  expect(from[0]).toBe(String(PIECE));
  expect(await statusOf('serviceList')).toBe('inReview');
  await giulia.close();
});

test('an upload that is stopped keeps what arrived, goes on there, and leaves nothing behind when that is asked', async () => {
  const giulia = await Visitor.at(product.url, browser);
  const { page } = giulia;
  await giulia.signIn('giulia@rivello.example');
  await giulia.open(`/candidature/${number}?carica=serviceList`);
  const before = (await marta.get(`/applications/${number}`)).json.seq;
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue(),
  );
  await page.getByLabel(/^Scegli il file/).setInputFiles(await fileOf('altro.pdf', 3_000_000));
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByText(/La connessione si è interrotta/).waitFor();
  await page.getByRole('button', { name: 'Ferma il caricamento' }).click();
  await page.getByText(/^altro\.pdf.*Fermato: quello che è arrivato resta per un giorno/).waitFor();
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByText('Il caricamento riprende da dove si era interrotto.').waitFor();
  await page.getByRole('button', { name: 'Ferma il caricamento' }).click();
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Cancella quello che è arrivato' }).click();
  expect((await gone).status()).toBe(204);
  await page.getByText('Trascina qui il file, oppure sceglilo.').waitFor();
  expect((await marta.get(`/applications/${number}`)).json.seq).toBe(before);
  await giulia.close();
});

test('a mayor on a telephone reads the papers first and gives the go-ahead; who sends them back must say why', async () => {
  const antonio = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = antonio;
  await antonio.signIn('antonio@rivello.example');
  await antonio.open(`/candidature/${number}`);
  await page.getByRole('heading', { name: 'Dai il via libera? via libera ai documenti' }).waitFor();
  await page.getByText('Non è una firma digitale.').waitFor();
  await page.getByRole('link', { name: 'Scarica delibera.pdf' }).waitFor();
  expect(await antonio.overflow()).toBe(0);
  expect(await antonio.accessibilityFaults()).toEqual([]);
  const height = await page
    .getByRole('button', { name: 'Do il via libera' })
    .evaluate((each) => each.clientHeight);
  expect(height).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: 'Rimando indietro' }).click();
  await page.getByRole('button', { name: /^Rimando indietro con/ }).click();
  await page.getByRole('link', { name: 'Scrivi che cosa va corretto.' }).waitFor();
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByRole('button', { name: 'Do il via libera' }).click();
  await page.getByRole('button', { name: 'Do il via libera' }).waitFor({ state: 'detached' });
  expect(await statusOf('goAhead')).not.toBe('missing');
  expect(antonio.faults).toEqual([]);
  await antonio.close();
});
