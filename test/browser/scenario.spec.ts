import type { Browser } from 'playwright-core';
import type { ApplicationPage } from '#contracts/application-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runStory } from '../support/running-product.js';

/** "Chi fa cosa" in the demo's story: on Latronico's, where nobody has said it, and on Rivello's, which has no decree yet. */
let product: RunningProduct;
let browser: Browser;
let marta: Desk;
let granted: ApplicationPage;

beforeAll(async () => {
  [product, browser] = await Promise.all([runStory(), openBrowser()]);
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  granted = (await marta.get('/applications/latronico-send-2026')).json;
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('the office says who does what, with what it means in sight; it can be changed, and the history tells both', async () => {
  expect(granted.scenario).toBeNull();
  const visitor = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(`/candidature/${granted.slug}`);
  await page.getByText('non è ancora scritto chi fa la gara').waitFor();
  await page.getByRole('link', { name: 'Scegli', exact: true }).click();
  await page.getByRole('button', { name: 'Registra chi fa cosa' }).click();
  await page.getByRole('link', { name: 'Scegli uno dei quattro scenari. (DATO-01)' }).waitFor();
  await page.getByRole('radio', { name: /^Scenario 1/ }).check();
  await page.getByText('Il CRE lo firma il RUP.').waitFor();
  await page.getByLabel(/^Dove è scritto/).fill('convenzione n. 4/2026');
  expect([await visitor.accessibilityFaults(), await visitor.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Registra chi fa cosa' }).click();
  await page.getByText('il Comune firma il contratto, la CUC dell’Unione fa la gara (scenario 1).').waitFor();
  await page.getByText('Perché', { exact: true }).click();
  await page.getByText('l’accordo o la convenzione con l’Unione').waitFor();
  await page.getByText('I documenti chiesti in Capofila restano quelli').waitFor();
  expect([await visitor.accessibilityFaults(), await visitor.overflow()]).toEqual([[], 0]);

  await page.getByRole('link', { name: 'Cambia', exact: true }).click();
  await page.getByRole('radio', { name: /^Scenario 2/ }).check();
  await page.getByRole('button', { name: 'Registra chi fa cosa' }).click();
  await page.getByText('l’Unione firma i contratti con i fornitori (scenario 2).').waitFor();
  await visitor.open(`/candidature/${granted.slug}?scheda=storia`);
  for (const n of [1, 2])
    await page.getByText(new RegExp(`^Chi fa cosa: .* \\(scenario ${n}\\)\\.$`)).waitFor();
  await page.getByText('convenzione n. 4/2026').waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
  const again = await marta.post(`/applications/${granted.slug}/facts`, {
    ...granted.may.scenario,
    type: 'scenario.chosen',
    body: { scenario: 2 },
  });
  expect([again.status, again.json.code]).toEqual([409, 'FATTO-14']);
});

test('before the decree nobody is asked who does what', async () => {
  const giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  const { applications } = (await giulia.get('/applications')).json;
  for (const { slug } of applications) {
    expect((await giulia.get(`/applications/${slug}`)).json.scenario).toBeUndefined();
  }
});
