import type { Browser, Page } from 'playwright-core';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

/** What was typed stays through a reload, the end of the session and a lost network, and then it is sent. */
let product: RunningProduct;
let browser: Browser;
let marta: Desk;

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-14', time: '10:00' }), openBrowser()]);
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
    confirmed: ['amounts'],
  });
  await marta.post(`/applications/${json.applications[0].number}/facts`, {
    actingBody,
    onBehalfOf: json.applications[0].applicant,
    channel: 'phone',
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

interface Form {
  what: string;
  who: string;
  open: (visitor: Visitor) => Promise<void>;
  type: (page: Page) => Promise<void>;
  /** What the form says of what was typed. */
  typed: (page: Page) => Promise<string>;
  is: string;
  /** The button that sends it. */
  button: string;
  sent: (page: Page) => Promise<void>;
}

const FORMS: readonly Form[] = [
  {
    what: 'contacts of a person',
    who: 'rocco@unione.example',
    open: async ({ page }) => {
      await page.goto('/comuni/lauria');
      const mayor = page.locator('.person', { hasText: 'sindaco@lauria.example' });
      await mayor.getByText('Modifica', { exact: true }).click();
      await mayor.getByRole('button', { name: 'Correggi nome e recapiti' }).click();
    },
    type: (page) => page.getByLabel('Telefono').fill('0973 222 222'),
    typed: (page) => page.getByLabel('Telefono').inputValue(),
    is: '0973 222 222',
    button: 'Registra i recapiti',
    sent: (page) => page.getByRole('link', { name: '0973 222 222' }).waitFor(),
  },
  {
    what: 'an entry of the registry',
    who: 'rocco@unione.example',
    open: async ({ page }) => {
      await page.goto('/comuni/nemoli?vista=servizi');
      await page.getByRole('button', { name: 'Correggi le funzioni affidate' }).click();
    },
    type: async (page) => {
      await page.getByRole('button', { name: 'Aggiungi una riga' }).click();
      const row = page.getByRole('group', { name: /^Riga/ }).last();
      await row.getByLabel('Dal giorno').fill('2024-02-01');
      await row.getByLabel('Fonte').fill('Convenzione 3/2024');
      await row.getByLabel('Funzione').fill('polizia locale');
    },
    typed: (page) => page.getByLabel('Funzione').last().inputValue(),
    is: 'polizia locale',
    button: 'Registra la correzione',
    sent: (page) => page.getByText(/^polizia locale, dal 1° febbraio/).waitFor(),
  },
  {
    what: 'one’s own settings',
    who: 'gerardo@lauria.example',
    open: ({ page }) => page.goto('/impostazioni').then(() => undefined),
    type: (page) => page.getByLabel('Telefono').fill('0973 444 444'),
    typed: (page) => page.getByLabel('Telefono').inputValue(),
    is: '0973 444 444',
    button: 'Registra il telefono',
    sent: (page) => page.getByText('Registrato.').waitFor(),
  },
  {
    what: 'an assumption of E se…',
    who: 'marta@unione.example',
    open: ({ page }) => page.goto('/candidature/rivello-send-2024?scheda=e-se').then(() => undefined),
    type: (page) => page.getByLabel('Nuova fine').fill('2024-12-20'),
    typed: (page) => page.getByLabel('Nuova fine').inputValue(),
    is: '2024-12-20',
    button: 'Guarda che cosa si sposta',
    sent: (page) => page.getByRole('heading', { name: 'Che cosa si sposta' }).waitFor(),
  },
  {
    what: '«Non tocca a me»',
    who: 'giulia@rivello.example',
    open: async ({ page }) => {
      await page.goto('/attivita');
      await page.getByRole('button', { name: 'Non tocca a me' }).first().click();
    },
    type: async (page) => {
      await page.getByLabel('A chi tocca?').selectOption({ label: 'Antonio Conte' });
    },
    typed: async (page) => {
      await page.getByLabel('A chi tocca?').waitFor();
      return page.evaluate<string>('document.querySelector("dialog[open] select").selectedOptions[0].text');
    },
    is: 'Antonio Conte',
    button: 'Non tocca a me',
    sent: (page) =>
      page
        .getByText(/^Hai detto che non tocca a te/)
        .first()
        .waitFor(),
  },
];

test.each(FORMS)(
  '$what: reloaded, signed out by time, without network, it is still there and is sent',
  async (form) => {
    const visitor = await Visitor.at(product.url, browser);
    const { page, context } = visitor;
    await visitor.signIn(form.who);
    await form.open(visitor);
    await form.type(page);
    const still = async () => expect(await form.typed(page)).toBe(form.is);
    await still();

    await page.reload();
    await form.open(visitor);
    await still();

    // Its session ends, as it does after a long time away.
    const elsewhere = await signIn(product.url, form.who, demoPassword);
    await elsewhere.delete('/sessions/others');
    const dialog = page.getByRole('dialog', { name: 'Sei stato via a lungo' });
    await dialog.getByText('Quello che hai scritto è ancora qui: accedi e continua.').waitFor();
    await dialog.getByRole('button', { name: 'Uso la password' }).click();
    await dialog.getByLabel('Password', { exact: true }).fill(demoPassword);
    await dialog.getByRole('button', { name: 'Entra con la password' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await still();

    const send = page
      .locator('dialog[open], main')
      .last()
      .getByRole('button', { name: form.button, exact: true });
    await context.setOffline(true);
    await send.click();
    await page.getByText('(RETE-01)').waitFor();
    await still();
    await context.setOffline(false);
    await send.click();
    await form.sent(page);
    // Others hear of it before the answer is here.
    await page.waitForFunction(`!(${KEPT}).length`);
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  },
);

/** What the tab keeps of what people typed. */
const KEPT = 'Object.keys(sessionStorage).filter((key) => /^capofila [0-9a-f-]{36} /.test(key))';

test('what one person typed is shown to nobody else, and goes with whoever signs out; a password is never kept', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('gerardo@lauria.example');
  await visitor.open('/impostazioni');
  await page.getByLabel('Telefono').fill('0973 555 555');
  await visitor.signIn('giulia@rivello.example');
  await visitor.open('/impostazioni');
  expect(await page.getByLabel('Telefono').inputValue()).not.toBe('0973 555 555');
  await visitor.signIn('gerardo@lauria.example');
  await visitor.open('/impostazioni');
  expect(await page.getByLabel('Telefono').inputValue()).toBe('0973 555 555');
  await visitor.open('/impostazioni?vista=accesso');
  await page.getByLabel('Password nuova').fill('quattro parole messe insieme');
  expect(await page.evaluate('JSON.stringify({ ...sessionStorage, ...localStorage })')).not.toContain(
    'quattro parole',
  );
  await page.getByLabel(/impostazioni e uscita$/).click();
  await page.getByRole('button', { name: 'Esci', exact: true }).click();
  await page.getByRole('heading', { name: 'Accedi a Capofila' }).waitFor();
  expect(await page.evaluate(KEPT)).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});
