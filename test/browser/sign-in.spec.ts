import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-07' }), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

test('who is not known comes to the sign-in page, and from there back to where they wanted to go', async () => {
  const marta = await Visitor.at(product.url, browser);
  const { page } = marta;
  await marta.open('/scadenze');
  await page.getByRole('heading', { name: 'Accedi a Capofila' }).waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Uso la password' }).click();
  await page.getByLabel('Indirizzo e-mail').fill('marta@unione.example');
  await page.getByLabel('Password', { exact: true }).fill('sbagliata-di-certo');
  await page.getByRole('button', { name: 'Entra con la password' }).click();
  await page.getByText('(ACC-01)').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Entra con la password' }).click();
  await page.waitForURL('**/scadenze');
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('an address that is not there says so in words, to who is known', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/non-esiste');
  await marta.page.getByRole('heading', { name: /Questa pagina non c’è/ }).waitFor();
  await marta.page.getByText('(PAGINA-404)').waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('what only the office does is not there for a comune', async () => {
  const giulia = await Visitor.at(product.url, browser);
  await giulia.signIn('giulia@rivello.example');
  for (const path of [
    '/registra/pec',
    '/registra/telefonata',
    '/registra/proroga',
    '/registra/persona',
    '/avvisi/nuovo',
    '/primi-passi',
  ]) {
    await giulia.open(path);
    await giulia.page.getByRole('heading', { name: /Questa pagina non c’è/ }).waitFor();
  }
  expect(await giulia.accessibilityFaults()).toEqual([]);
  expect(giulia.faults).toEqual([]);
  await giulia.close();
});

test('who signs out over a slow line meets no error: nothing is asked any more in their name', async () => {
  const marta = await Visitor.at(product.url, browser);
  const { page } = marta;
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  // The sign-in page comes late: first the page that is left goes, or tells its console what went wrong.
  const gone = page.waitForRequest((request) => request.isNavigationRequest());
  const wrong = page.waitForEvent('console', () => marta.faults.length > 0);
  await page.route(/sign-in\.page/, async (route) => {
    await Promise.race([gone, wrong]);
    await route.continue();
  });
  await page.getByLabel(/impostazioni e uscita$/).click();
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  await page.getByRole('heading', { name: 'Accedi a Capofila' }).waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('who cannot sign out, since nothing answers, is told so and can try again', async () => {
  const marta = await Visitor.at(product.url, browser);
  const { page, context } = marta;
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  await context.setOffline(true);
  await page.getByLabel(/impostazioni e uscita$/).click();
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Qualcosa non ha funzionato' });
  await dialog.getByText('(RETE-01)').waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  await context.setOffline(false);
  await dialog.getByRole('button', { name: 'Riprova' }).click();
  await page.getByRole('heading', { name: 'Accedi a Capofila' }).waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});
