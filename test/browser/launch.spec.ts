import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from '../support/browser.js';
import { type RunningProduct, runProduct } from '../support/running-product.js';

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-08', time: '10:00' }), openBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
}, 30_000);

test('from a model to the launch in six steps, and back within ten minutes without anybody having heard of it', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/avvisi/nuovo');
  const { page } = marta;
  await page.getByRole('button', { name: 'Prepara l’avviso' }).click();
  for (const [n, step] of ['L’avviso', 'I Comuni', 'Che cosa serve', 'Le persone'].entries()) {
    await page.getByText(`Passo ${n + 1} di 6: ${step}`).waitFor();
    await page.getByRole('button', { name: 'Avanti' }).waitFor();
    expect([step, await marta.accessibilityFaults()]).toEqual([step, []]);
    await page.getByRole('button', { name: 'Avanti' }).click();
  }
  await page.getByText('Passo 5 di 6: Anteprima').waitFor();
  await page.getByRole('button', { name: 'Avvia per 9 Comuni' }).waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Avvia per 9 Comuni' }).click();
  await page.getByText(/Le prime e-mail partono non prima delle 10:1\d\./).waitFor();
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /candidatura ULL-/ })
      .count(),
  ).toBe(9);
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Annulla l’avvio' }).click();
  await page.getByText('Avvio annullato: nessuno è stato avvisato.').waitFor();
  await marta.open('/avvisi');
  expect(product.post.messages).toEqual([]);
  expect(marta.faults).toEqual([]);
  await marta.close();
});
