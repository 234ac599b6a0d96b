import type { Browser } from 'playwright-core';
import { signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

/** Two heads of office at the same entry, each in a browser of their own. */
let product: RunningProduct;
let browser: Browser;
let rocco: Visitor;
let marta: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-14', time: '09:12' }), openBrowser()]);
  const desks = await Promise.all(
    ['rocco@unione.example', 'marta@unione.example'].map((email) => signIn(product.url, email, demoPassword)),
  );
  const [head, other] = desks;
  const union = Object.values(head?.bodies ?? {})[0] ?? '';
  const role = { actingBody: union, body: union, role: 'headOfOffice', from: '2024-01-01' };
  await head?.post(`/people/${other?.person}/memberships`, role);
  rocco = await Visitor.at(product.url, browser);
  marta = await Visitor.at(product.url, browser, { width: 360 });
  await rocco.signIn('rocco@unione.example');
  await marta.signIn('marta@unione.example');
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const overtaken = (what: string) =>
  new RegExp(`Un’altra persona ha cambiato ${what} alle 9(?::\\d\\d)? \\(Rocco Lapenta, Unione\\)`);

async function openContacts(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.open('/comuni/lauria');
  const mayor = page.locator('.person', { hasText: 'sindaco@lauria.example' });
  await mayor.getByText('Modifica', { exact: true }).click();
  await mayor.getByRole('button', { name: 'Correggi nome e recapiti' }).click();
}

test('contacts that another one corrected meanwhile: one looks, keeps what was typed, and records it', async () => {
  const { page } = marta;
  await openContacts(marta);
  await page.getByLabel('Telefono').fill('0973 222 222');
  await openContacts(rocco);
  await rocco.page.getByLabel('Telefono').fill('0973 111 111');
  await rocco.page.getByRole('button', { name: 'Registra i recapiti' }).click();
  await rocco.page.getByRole('link', { name: '0973 111 111' }).waitFor();

  await page.getByRole('button', { name: 'Registra i recapiti' }).click();
  await page.getByText(overtaken('i recapiti di questa persona')).waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Vedi che cosa è cambiato' }).click();
  await page
    .getByRole('dialog')
    .getByText(/sindaco@lauria\.example, 0973 111 111/)
    .waitFor();
  expect(await page.getByLabel('Telefono').inputValue()).toBe('0973 222 222');
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Registra i recapiti' }).click();
  await page.getByRole('link', { name: '0973 222 222' }).waitFor();
});

test('residents begun before a reload are still of the version on which they were begun; one’s own can win', async () => {
  const { page } = marta;
  const open = async (visitor: Visitor) => {
    await visitor.open('/comuni/lauria?vista=registro');
    await visitor.page.getByRole('button', { name: 'Correggi gli abitanti' }).click();
  };
  await open(marta);
  await page.getByRole('group', { name: 'Riga 1' }).getByLabel('Abitanti').fill('12002');
  await open(rocco);
  await rocco.page.getByRole('group', { name: 'Riga 1' }).getByLabel('Abitanti').fill('12001');
  await rocco.page.getByRole('button', { name: 'Registra la correzione' }).click();
  await rocco.page.getByText(/^12\.001 al/).waitFor();
  await page.reload();
  await page.getByText(/^12\.001 al/).waitFor();
  await page.getByRole('button', { name: 'Correggi gli abitanti' }).click();
  await page.getByText('Quello che avevi scritto è ancora qui.').waitFor();
  const count = page.getByRole('group', { name: 'Riga 1' }).getByLabel('Abitanti');
  expect(await count.inputValue()).toBe('12002');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText(overtaken('gli abitanti di questo ente')).waitFor();
  await page.getByRole('button', { name: 'Registra lo stesso la mia' }).click();
  await page.getByText(/^12\.002 al/).waitFor();
});

test('what is given up is gone, and the form begins with what stands there', async () => {
  const { page } = marta;
  await openContacts(marta);
  await page.getByLabel('Telefono').fill('0973 999 999');
  await page.keyboard.press('Escape');
  await openContacts(marta);
  expect(await page.getByLabel('Telefono').inputValue()).toBe('0973 999 999');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await openContacts(marta);
  expect(await page.getByLabel('Telefono').inputValue()).toBe('0973 222 222');
  for (const each of [rocco, marta]) expect(each.faults).toEqual([]);
});
