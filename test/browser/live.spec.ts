import type { Browser } from 'playwright-core';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

/** Office and comune side by side, each in a browser of their own; nobody reloads anything. */
let product: RunningProduct;
let browser: Browser;
let marta: Desk;
let office: string;
let rivello: string;
let trecchina: string;
let office1: Visitor;
let comune: Visitor;

/** A change is told within a third of a second and nothing else would ask; a busy machine takes longer to draw it. */
const SOON = { timeout: 20_000 };
const PAGE = '/candidature/rivello-send-2024';

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-14', time: '10:00' }), openBrowser()]);
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  office = Object.values(marta.bodies)[0] ?? '';
  await marta.post('/calls', {
    actingBody: office,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068', '076092'],
    confirmed: ['amounts'],
  });
  trecchina = (await marta.get('/applications/trecchina-send-2024')).json.applicant.id;
  rivello = (await marta.get('/applications/rivello-send-2024')).json.applicant.id;
  await record({ type: 'milestone.recorded', body: { milestone: 'participation', outcome: 'yes' } });
  office1 = await Visitor.at(product.url, browser);
  comune = await Visitor.at(product.url, browser);
  await office1.signIn('marta@unione.example');
  await comune.signIn('giulia@rivello.example');
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

/** The office puts something on record over HTTP for a comune, as it was told on the telephone. */
async function record(body: object, slug = 'rivello-send-2024', onBehalfOf = rivello): Promise<void> {
  const acting = { actingBody: office, onBehalfOf, channel: 'phone' };
  const answer = await marta.post(`/applications/${slug}/facts`, { ...acting, ...body });
  if (answer.status !== 201) throw new Error(answer.text);
}

const file = { name: 'delibera.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 delibera') };

test('a paper that a referent files stands on the office’s first page at once', async () => {
  await office1.open('/oggi');
  await office1.page.getByRole('heading', { name: /^Oggi, martedì 14 maggio/ }).waitFor();
  expect(await office1.page.getByText('delibera.pdf').count()).toBe(0);
  await comune.open('/attivita');
  await comune.page.getByRole('heading', { name: /^Carica: atto di partecipazione/ }).waitFor();
  await comune.page.getByRole('link', { name: /^Carica il file: atto di partecipazione/ }).click();
  await comune.page.getByLabel(/^Scegli il file: atto di partecipazione/).setInputFiles(file);
  await comune.page.getByRole('button', { name: 'Carica adesso' }).click();
  await comune.page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  await office1.page.getByRole('heading', { name: /^Da controllare/ }).waitFor(SOON);
  await office1.page.getByText('delibera.pdf').waitFor(SOON);
});

test('sent back it is a task again, put right and accepted its card leaves, all of it without a reload', async () => {
  const { page } = comune;
  await comune.open('/attivita');
  await page.getByRole('heading', { name: /elenco dei due servizi/ }).waitFor();
  const again = page.getByRole('heading', { name: /^Correggi: atto di partecipazione/ });
  expect(await again.count()).toBe(0);
  await office1.page.getByRole('link', { name: /^Controlla atto di partecipazione/ }).click();
  await office1.page.getByRole('button', { name: /^Rimanda indietro: atto/ }).click();
  await office1.page.getByLabel('Che cosa va corretto?').fill('manca la firma del segretario');
  await office1.page.getByRole('button', { name: /^Rimanda indietro: atto/ }).click();
  await again.waitFor(SOON);
  await page.getByText('Da correggere: manca la firma del segretario').waitFor();
  const query = new URLSearchParams({
    requirement: 'participationAct',
    actingBody: office,
    onBehalfOf: rivello,
    channel: 'email',
  });
  const filed = await marta.upload(
    `/applications/rivello-send-2024/documents?${query.toString()}`,
    '%PDF-1.7 firmata',
  );
  expect(filed.status).toBe(201);
  await again.waitFor({ state: 'detached', ...SOON });
  await office1.page.getByRole('button', { name: /^Va bene: atto/ }).click(SOON);
  await comune.open(`${PAGE}?scheda=documenti`);
  await page.getByText('Va bene').first().waitFor();
  expect(await comune.accessibilityFaults()).toEqual([]);
});

/** The mayor's form of a withdrawal, half filled: a sentence and the proof. */
async function withdrawing(): Promise<Visitor> {
  const mayor = await Visitor.at(product.url, browser);
  await mayor.signIn('antonio@rivello.example');
  await mayor.open(`${PAGE}?registra=withdrawalRequested`);
  const { page } = mayor;
  await page.getByLabel(NOTE).fill('Lo ha deciso la Giunta.');
  await page.getByLabel(/^Scegli il file/).setInputFiles({ ...file, name: 'rinuncia.pdf' });
  await page.getByText('Allegata:').waitFor();
  return mayor;
}

const NOTE = /^Nota/;

/** Does something as somebody else, and waits until the page has heard of it and asked again. */
async function meanwhile({ page }: Visitor, act: () => Promise<void>): Promise<void> {
  const asked = page.waitForResponse(
    (answer) => /\/applications\/[^/]+$/.test(new URL(answer.url()).pathname) && answer.ok(),
    SOON,
  );
  await act();
  await asked;
}

test('who is quicker is named to the other, what was typed stays, and the other sees and goes on', async () => {
  const mayor = await withdrawing();
  const { page } = mayor;
  await meanwhile(mayor, () =>
    record({
      type: 'talk.logged',
      body: { kind: 'note', officeOnly: false },
      detail: { text: 'Ci pensano.' },
    }),
  );
  await page.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText(/Un’altra persona ha cambiato questa candidatura alle .*Marta Donadio/).waitFor();
  await page.getByText('(CASO-03)').waitFor();
  expect(await mayor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Vedi che cosa è cambiato' }).click();
  await page.getByText('(CASO-03)').waitFor({ state: 'detached' });
  expect(await page.getByLabel(NOTE).inputValue()).toBe('Lo ha deciso la Giunta.');
  expect((await marta.get('/applications/rivello-send-2024')).json.overlays).toEqual([]);
  await mayor.close();
});

test('what somebody else did meanwhile closes no form under the hands of who types', async () => {
  const mayor = await Visitor.at(product.url, browser);
  const { page } = mayor;
  await mayor.signIn('sindaco@trecchina.example');
  await mayor.open('/candidature/trecchina-send-2024?registra=participation');
  await page.getByRole('radio', { name: 'Partecipiamo', exact: true }).check();
  await page.getByLabel(NOTE).fill('Lo ha deciso la Giunta.');
  await record(
    { type: 'milestone.recorded', body: { milestone: 'participation', outcome: 'yes' } },
    'trecchina-send-2024',
    trecchina,
  );
  await page.getByText(/Questa cosa non si può fare adesso/).waitFor(SOON);
  expect(await page.getByLabel(NOTE).inputValue()).toBe('Lo ha deciso la Giunta.');
  expect(await mayor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText(/\(Marta Donadio.*\)/).waitFor();
  await page.getByRole('button', { name: 'Registra lo stesso la mia' }).click();
  // Done already: the record says so in words, nothing happens twice, and what was typed is still here.
  await page.getByText('(CASO-03)').waitFor({ state: 'detached' });
  await page.locator('form .problem-code').waitFor();
  expect(await page.getByLabel(NOTE).inputValue()).toBe('Lo ha deciso la Giunta.');
  expect([...mayor.faults, ...office1.faults, ...comune.faults]).toEqual([]);
  await mayor.close();
});
