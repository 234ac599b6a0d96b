import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Child } from '../../apps/demo/child.js';
import type { Desk } from '../../apps/demo/desk.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { startTemporalServer } from '../../apps/demo/temporal-server.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { type Programs, startPrograms } from '../support/processes.js';
import { demoPassword } from '../support/running-product.js';

/** What a page does when its session, the API or the engine behind it goes away in the middle. */
let folder: string;
let temporalPort: number;
let temporal: Child;
let programs: Programs;
let browser: Browser;
let marta: Desk;

async function startTemporal(): Promise<void> {
  temporal = await startTemporalServer({
    program: await provisionTemporalCli((line) => console.error(line)),
    port: temporalPort,
    databaseFile: join(folder, 'temporal.db'),
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-faults-'));
  temporalPort = await anyFreePort();
  await startTemporal();
  [programs, browser] = await Promise.all([
    startPrograms({ date: '2024-05-14', time: '09:00', temporalAddress: `127.0.0.1:${temporalPort}` }),
    openBrowser(),
  ]);
  marta = await programs.signIn('marta@unione.example');
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068', '076092', '076042'],
    confirmed: ['amounts'],
  });
  const rivello = json.applications.find((each: { comune: string }) => each.comune === 'Rivello');
  await marta.post(`/applications/${rivello.number}/facts`, {
    actingBody,
    onBehalfOf: rivello.applicant,
    channel: 'phone',
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
  await programs.relayed();
});

afterAll(async () => {
  await browser?.close();
  await programs?.stop();
  await temporal?.stop();
  await rm(folder, { recursive: true, force: true });
});

const NOTE = /^Nota/;
const TYPED = 'Lo ha deciso la Giunta.';

/** A mayor in the middle of the decision. */
async function deciding(email: string, slug: string): Promise<Visitor> {
  const mayor = await Visitor.at(programs.url, browser);
  await mayor.signIn(email);
  await mayor.open(`/candidature/${slug}?registra=participation`);
  await mayor.page.getByRole('radio', { name: 'Partecipiamo', exact: true }).check();
  await mayor.page.getByLabel(NOTE).fill(TYPED);
  return mayor;
}

test('a session that ends in the middle of a form asks to sign in over it, and the form goes on', async () => {
  const mayor = await deciding('sindaco@trecchina.example', 'trecchina-send-2024');
  const { page } = mayor;
  const elsewhere = await programs.signIn('sindaco@trecchina.example');
  expect((await elsewhere.delete('/sessions/others')).status).toBe(204);
  const dialog = page.getByRole('dialog', { name: 'Sei stato via a lungo' });
  await dialog.waitFor();
  await dialog.getByText('Quello che hai scritto è ancora qui: accedi e continua.').waitFor();
  expect(await page.getByText(/Capofila non risponde/).count()).toBe(0);
  expect(await mayor.accessibilityFaults()).toEqual([]);
  await dialog.getByRole('button', { name: 'Uso la password' }).click();
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword);
  // The page hears of changes again as soon as its person is known.
  const listens = page.waitForResponse((answer) => answer.url().endsWith('/events') && answer.ok());
  await dialog.getByRole('button', { name: 'Entra con la password' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await listens;
  expect(await page.getByLabel(NOTE).inputValue()).toBe(TYPED);
  await page.getByRole('button', { name: /^Registra (la decisione|«)/ }).click();
  await page.getByText('In preparazione').first().waitFor();
  expect(mayor.faults).toEqual([]);
  await mayor.close();
});

test('with the API away the page says so and keeps what was typed; back again, it goes on by itself', async () => {
  const mayor = await deciding('sindaco@lauria.example', 'lauria-send-2024');
  const { page } = mayor;
  await programs.api.stop();
  await page.getByText(/^Capofila non risponde da qualche istante/).waitFor();
  await page.getByRole('button', { name: /^Registra (la decisione|«)/ }).click();
  await page.getByRole('region', { name: 'La decisione di partecipare' }).getByText('(RETE-01)').waitFor();
  expect(await page.getByLabel(NOTE).inputValue()).toBe(TYPED);
  expect(await mayor.accessibilityFaults()).toEqual([]);
  const refreshed = page.waitForResponse(
    (answer) => answer.url().endsWith('/applications/lauria-send-2024') && answer.ok(),
    { timeout: 60_000 },
  );
  programs.api.start();
  await refreshed;
  await page.getByText(/^Capofila non risponde da qualche istante/).waitFor({ state: 'detached' });
  expect(await page.getByLabel(NOTE).inputValue()).toBe(TYPED);
  await page.getByRole('button', { name: /^Registra (la decisione|«)/ }).click();
  await page.getByText('In preparazione').first().waitFor();
  expect(mayor.faults).toEqual([]);
  await mayor.close();
});

test('with worker and Temporal away filing is confirmed, the page says that mails wait, and then they go', async () => {
  await programs.relayed();
  await Promise.all([programs.worker.stop(), temporal.stop()]);
  const giulia = await Visitor.at(programs.url, browser, { width: 360 });
  const { page } = giulia;
  await giulia.signIn('giulia@rivello.example');
  await giulia.open('/candidature/rivello-send-2024?carica=participationAct');
  await page.getByLabel(/^Scegli il file: atto di partecipazione/).setInputFiles({
    name: 'delibera.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 delibera'),
  });
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  // As if it had been so for five minutes; the page asks every half a minute.
  await programs.source.query(`update wake set queued_at = queued_at - interval '5 minutes'`);
  const stalled = page.getByText(/Il servizio dei promemoria è fermo da 5 minuti.*\(SYS-07\)/);
  await stalled.waitFor({ timeout: 45_000 });
  expect(await giulia.overflow()).toBe(0);
  expect(await giulia.accessibilityFaults()).toEqual([]);
  expect(programs.post.messages.some((each) => each.subject.startsWith('Ricevuto'))).toBe(false);
  await startTemporal();
  programs.worker.start();
  const mail = await programs.post.waitFor((each) => each.subject.startsWith('Ricevuto'));
  expect(mail.to).toEqual(['giulia@rivello.example']);
  await stalled.waitFor({ state: 'detached', timeout: 45_000 });
  expect(giulia.faults).toEqual([]);
  await giulia.close();
}, 240_000);
