import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
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
  number = json.applications.find((each: { comune: string }) => each.comune === 'Rivello').number;
  const { applicant } = (await marta.get(`/applications/${number}`)).json;
  await marta.post(`/applications/${number}/facts`, {
    actingBody: office,
    onBehalfOf: applicant.id,
    channel: 'phone',
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
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

const statusOf = async (requirement: string): Promise<string> => {
  const { json } = await marta.get(`/applications/${number}`);
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

test('an upload that is stopped leaves nothing behind', async () => {
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
  const gone = page.waitForResponse((answer) => answer.request().method() === 'DELETE');
  await page.getByRole('button', { name: 'Ferma il caricamento' }).click();
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
