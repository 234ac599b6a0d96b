import type { Browser } from 'playwright-core';
import { openBrowser, Visitor } from '../support/browser.js';
import { type RunningProduct, runStory } from '../support/running-product.js';

/** The story of the demo, lived through in a browser: Friday 26 March 2027, 8:05. */
let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([runStory(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('a demo opens on Oggi as Marta, without a sign-in, and the tour goes through five steps', async () => {
  const visitor = await Visitor.at(product.url, browser, { tour: true });
  const { page } = visitor;
  await visitor.open('/');
  await page.waitForURL('**/oggi');
  await page.getByRole('heading', { name: 'Oggi, venerdì 26 marzo' }).waitFor();
  await page.getByText('€ 23.147', { exact: true }).first().waitFor();
  const tour = page.getByRole('region', { name: 'Giro guidato' });
  for (const [step, address] of [
    [1, '/oggi'],
    [2, '/candidature/rivello-send-2026'],
    [3, '/oggi'],
    [4, '/quadro'],
    [5, '/candidature/rivello-send-2026?scheda=e-se'],
  ] as const) {
    await tour.getByText(`Passo ${step} di 5`).waitFor();
    await page.waitForURL(`**${address}*`);
    await page.locator('.is-pointed-at').waitFor();
    await tour.getByRole('button', { name: 'Avanti' }).click();
  }
  await tour.getByText('Rivello può ancora perdere € 23.147').waitFor();
  await tour.getByRole('button', { name: 'Fine del giro' }).click();
  await tour.waitFor({ state: 'detached' });
  await visitor.open('/aiuto');
  await page.getByRole('button', { name: 'Rifai il giro guidato' }).click();
  await tour.getByText('Passo 1 di 5').waitFor();
  await page.waitForURL('**/oggi');
  await page.keyboard.press('Escape');
  await tour.waitFor({ state: 'detached' });
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('Oggi says in order what needs the office, is readable at 360 pixels, and axe finds nothing', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  const { page } = marta;
  await page.getByRole('heading', { name: /Da fare ora/ }).waitFor();
  const headings = await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(headings.map((each) => each.replace(/\s*\d+$/, ''))).toEqual([
    'Da fare ora',
    'Da telefonare',
    'Da controllare',
    'Da registrare: il giro della settimana',
    'In arrivo (14 giorni)',
    'Consegne fallite',
  ]);
  const rivello = page.getByRole('listitem').filter({ hasText: 'Rivello · SEND' }).first();
  await expect(rivello.innerText()).resolves.toMatch(
    /entro oggi \(ufficiale: domenica 28 marzo, 23:59\)[\s\S]*Giulia Riviello \(assente\), sostituisce Silvia Pesce/,
  );
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('a call’s page names the year of far days, counts as Quadro does, and fits a telephone', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  const { page } = marta;
  await marta.open('/quadro');
  await page.getByText('8 di 9 inviate').first().waitFor();
  await marta.open('/avvisi/send-2026');
  await page.getByText('8 di 9 inviate').first().waitFor();
  const kept = page.getByRole('row').filter({ hasText: 'Castelluccio Inferiore' });
  await expect(kept.innerText()).resolves.toContain('venerdì 31 dicembre 2032');
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('a referent asks to be called from her telephone, and the office sees it without reloading', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  const giulia = await Visitor.at(product.url, browser, { width: 360 });
  await giulia.signIn('giulia@rivello.example');
  await giulia.open('/attivita');
  await giulia.page
    .getByRole('heading', { name: 'Buongiorno Giulia. 1 cosa da fare, 1 in attesa di altri.' })
    .waitFor();
  expect(await giulia.overflow()).toBeLessThanOrEqual(0);
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await giulia.page.getByRole('button', { name: 'Non ci riesco, chiamatemi' }).click();
  await giulia.page.getByRole('dialog').getByRole('button', { name: 'Chiamatemi' }).click();
  await giulia.page.getByText('Hai chiesto di essere chiamato: l’ufficio ti telefona.').waitFor();
  const call = marta.page.getByRole('listitem').filter({ hasText: 'Ha chiesto di essere chiamato' });
  await call.filter({ hasText: 'Giulia Riviello' }).waitFor();
  await call.filter({ hasText: 'Giulia Riviello' }).getByRole('button', { name: 'Ho telefonato' }).click();
  const dialog = marta.page.getByRole('dialog');
  await dialog.getByLabel('La telefonata, in breve').fill('Il CUP lo chiede Elena, oggi alle 11.');
  await dialog.getByLabel(/^Ha promesso per/).fill('2027-03-30');
  await dialog.getByRole('button', { name: 'Registra la telefonata' }).click();
  await call.filter({ hasText: 'Giulia Riviello' }).waitFor({ state: 'detached' });
  await marta.open('/candidature/rivello-send-2026?scheda=conversazione');
  await marta.page.getByText('Giulia Riviello ha promesso per martedì 30 marzo').waitFor();
  expect([...marta.faults, ...giulia.faults]).toEqual([]);
  await giulia.close();
  await marta.close();
});

test('what the platform shows opens its form, with the outcome chosen, from the Monday round', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  const { page } = marta;
  const trecchina = page
    .getByRole('region', { name: /giro/ })
    .getByRole('listitem')
    .filter({ hasText: 'Trecchina' });
  await trecchina.locator('summary').click();
  expect(await marta.accessibilityFaults()).toEqual([]);
  await trecchina
    .getByRole('link', { name: /positivo/i })
    .first()
    .click();
  await page.waitForURL(/trecchina-send-2026\?registra=\w+&esito=\w+/);
  await page.getByRole('radio', { name: /positivo/i, checked: true }).waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('the Monday round is done with one press, and each application has its tick', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  await marta.page.getByRole('button', { name: 'Nessuna novità per le 5 rimanenti' }).click();
  await marta.page.getByText('Giro fatto per questa settimana.').waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('a mayor says yes to a call from his telephone with three presses, and Quadro shows it', async () => {
  const antonio = await Visitor.at(product.url, browser, { width: 360 });
  await antonio.signIn('antonio@rivello.example');
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/quadro');
  await marta.page.getByText('3 di 9 inviate').waitFor();
  const cell = marta.page
    .getByRole('row')
    .filter({ hasText: 'Rivello' })
    .getByRole('cell')
    .filter({ hasText: '10.172' });
  await cell.getByText('Da decidere').waitFor();
  const { page } = antonio;
  await antonio.open('/attivita');
  const card = page.getByRole('listitem').filter({ hasText: 'Rivello · PDND' });
  expect(await antonio.accessibilityFaults()).toEqual([]);
  expect(await antonio.overflow()).toBeLessThanOrEqual(0);
  await card.getByRole('link', { name: /^Non partecipiamo:/ }).click();
  await page.getByRole('radio', { name: 'Non partecipiamo', checked: true }).waitFor();
  await page.getByText(/^Perché no/).waitFor();
  await page.getByRole('button', { name: 'Registra «Non partecipiamo»' }).waitFor();
  await page.goBack();
  await card.getByRole('link', { name: /^Partecipiamo:/ }).click();
  await page.getByRole('radio', { name: 'Partecipiamo', exact: true, checked: true }).waitFor();
  expect(await page.getByText(/^Perché no/).count()).toBe(0);
  await page.getByRole('button', { name: 'Registra «Partecipiamo»' }).click();
  await page.getByText('In preparazione').first().waitFor();
  await cell.getByText('In preparazione').waitFor();
  expect([...antonio.faults, ...marta.faults]).toEqual([]);
  await antonio.close();
  await marta.close();
});

test('after a no there is a way back while the call is open, and the old one leads to the new', async () => {
  const marta = await Visitor.at(product.url, browser, { width: 360 });
  await marta.signIn('marta@unione.example');
  const { page } = marta;
  await marta.open('/candidature/nemoli-pdnd-2027');
  await page.getByRole('button', { name: 'Apri una nuova candidatura' }).click();
  const dialog = page.getByRole('dialog', { name: 'Nemoli: di nuovo a PDND?' });
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await dialog.getByRole('button', { name: 'Apri una nuova candidatura' }).click();
  await page.waitForURL(/\/candidature\/nemoli-pdnd-2027-2/);
  await page.getByText('Da decidere').first().waitFor();
  await marta.open('/candidature/nemoli-pdnd-2027');
  await page.getByText('Dopo questa c’è un’altra candidatura:').waitFor();
  expect(await page.getByRole('button', { name: 'Apri una nuova candidatura' }).count()).toBe(0);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('a newcomer signs in with a code, read in the demo mail while signed out', async () => {
  const elena = await Visitor.at(product.url, browser);
  const { page, context } = elena;
  await elena.open('/accedi');
  await page.getByLabel('Indirizzo e-mail').fill('elena.rup@rivello.example');
  await page.getByRole('button', { name: 'Mandami un codice' }).click();
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Il codice è nella Posta dimostrativa' }).click(),
  ]);
  await tab
    .getByRole('link', { name: /codice/i })
    .first()
    .click();
  const words = await tab.frameLocator('iframe').locator('body').innerText();
  const code = /\b\d{3}\s?\d{3}\b/.exec(words)?.[0] ?? '';
  await page.getByLabel('Codice di sei cifre').fill(code);
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
  await page.getByRole('heading', { name: /^Buongiorno Elena/ }).waitFor();
  expect(elena.faults).toEqual([]);
  await elena.close();
});

test('the demo mail shows what was sent, as whoever received it sees it', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/posta');
  await marta.page
    .getByRole('link', { name: /inserire il CUP entro venerdì 26 marzo/ })
    .first()
    .click();
  const mail = marta.page.frameLocator('iframe');
  await mail.getByText('Il termine ufficiale è di 5 giorni e cade domenica 28 marzo').waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('a newcomer saves Rivello’s 23.147 euro: the CUP with its proof, the risk that falls, the receipt in the post', async () => {
  const marta = await Visitor.at(product.url, browser);
  const { page } = marta;
  await marta.signIn('marta@unione.example');
  await marta.open('/oggi');
  await page.getByText('€ 23.147', { exact: true }).first().waitFor();
  await page.getByRole('link', { name: 'Apri Rivello, SEND' }).click();
  await page.getByRole('link', { name: 'Registra il CUP' }).click();
  await page.getByLabel('CUP', { exact: true }).fill('J81F2200384OO06');
  await page.getByRole('button', { name: 'Usa questo: J81F22003840006' }).click();
  await page.getByRole('radio', { name: 'per e-mail' }).check();
  await page.getByLabel(/^Da chi/).fill('Giulia Riviello');
  await page.getByLabel(/^Scegli il file/).setInputFiles({
    name: 'schermata.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 la schermata'),
  });
  await page.getByText('Allegata:').waitFor();
  await page.getByRole('button', { name: 'Registra il CUP' }).click();
  await page.getByText('Attende il decreto').first().waitFor();
  const receipt = await product.post.waitFor(
    (mail) => mail.to[0] === 'elena.rup@rivello.example' && mail.subject.startsWith('Registrato: '),
    30_000,
  );
  expect(receipt.subject).toBe('Registrato: inserimento del CUP sulla piattaforma, Rivello');
  expect(receipt.text).toContain('Per questo passo non devi fare altro.');
  await marta.open('/oggi');
  await page.getByText('€ 0', { exact: true }).waitFor();
  await marta.open('/candidature/rivello-send-2026?scheda=storia');
  await page.getByText('Marta Donadio per conto di Rivello').last().waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});
