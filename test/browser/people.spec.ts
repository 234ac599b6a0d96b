import type { Browser } from 'playwright-core';
import { to } from '#domain/italian/article.js';
import { capital } from '#domain/italian/sentence.js';
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

const mailTo = (address: string) => product.post.waitFor((mail) => mail.to.includes(address));

/** Asks for a code on the page and types what came by mail. */
async function signInByCode(visitor: Visitor, email: string, { shared = false } = {}): Promise<void> {
  const { page } = visitor;
  product.post.clear();
  await page.getByLabel('Indirizzo e-mail').fill(email);
  if (shared) await page.getByLabel('Questo computer è condiviso').check();
  await page.getByRole('button', { name: 'Mandami un codice' }).click();
  const code = /^\d{6}$/m.exec((await mailTo(email)).text)?.[0] ?? '';
  await page.getByLabel('Codice di sei cifre').fill(code);
  await page.getByRole('button', { name: 'Entra', exact: true }).click();
}

test('a code that came by mail lets a referent in; a shared computer forgets who it was', async () => {
  const gerardo = await Visitor.at(product.url, browser);
  await gerardo.open('/accedi');
  await signInByCode(gerardo, 'gerardo@lauria.example', { shared: true });
  await gerardo.page.waitForURL('**/attivita');
  const [cookie] = await gerardo.context.cookies();
  expect(cookie?.expires).toBe(-1);
  expect(await gerardo.page.evaluate('localStorage.getItem("capofila-email")')).toBeNull();
  expect(gerardo.faults).toEqual([]);
  await gerardo.close();
});

test('the accessibility statement and the sign-in page name whom to call, before signing in', async () => {
  const nobody = await Visitor.at(product.url, browser, { width: 360 });
  await nobody.open('/accedi');
  await nobody.page.getByText('Chiedi di Marta').waitFor();
  await nobody.page.getByRole('link', { name: 'Accessibilità' }).click();
  await nobody.page.getByRole('heading', { name: 'Dichiarazione di accessibilità' }).waitFor();
  expect(await nobody.accessibilityFaults()).toEqual([]);
  expect(await nobody.overflow()).toBeLessThanOrEqual(0);
  await nobody.close();
});

test('an invitation leads to a password and the first page; used, it says what to do', async () => {
  const rocco = await Visitor.at(product.url, browser);
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/comuni/nemoli');
  await rocco.page.getByRole('button', { name: 'Invita una persona' }).click();
  await rocco.page.getByLabel('Nome e cognome').fill('Nora Nuova');
  // What was typed survives a reload of the page.
  await rocco.page.reload();
  await rocco.page.getByRole('button', { name: 'Invita una persona' }).click();
  expect(await rocco.page.getByLabel('Nome e cognome').inputValue()).toBe('Nora Nuova');
  await rocco.page.getByLabel('Indirizzo e-mail').fill('nora@nemoli.example');
  await rocco.page.getByLabel('Incarico').selectOption('referente');
  await rocco.page.getByRole('button', { name: 'Manda l’invito' }).click();
  // The test's installation names no address of its pages, so the link is handed over by hand.
  const link = await rocco.page.locator('.secret').innerText();
  await rocco.page.getByRole('button', { name: 'Fatto' }).click();
  await rocco.page.getByRole('heading', { name: 'Nora Nuova' }).waitFor();

  const nora = await Visitor.at(product.url, browser, { width: 360 });
  await nora.open(new URL(link).pathname + new URL(link).hash);
  await nora.page.getByRole('heading', { name: 'Buongiorno Nora Nuova' }).waitFor();
  expect(await nora.accessibilityFaults()).toEqual([]);
  expect(await nora.overflow()).toBeLessThanOrEqual(0);
  await nora.page.getByLabel('Password', { exact: true }).fill('corta');
  await nora.page.getByRole('button', { name: 'Scegli la password ed entra' }).click();
  await nora.page.getByText('Scegli una password di almeno 12 caratteri').waitFor();
  await nora.page.getByLabel('Password', { exact: true }).fill('quattro parole messe insieme');
  await nora.page.getByRole('button', { name: 'Scegli la password ed entra' }).click();
  await nora.page.waitForURL('**/attivita');

  const late = await Visitor.at(product.url, browser);
  await late.open(new URL(link).pathname + new URL(link).hash);
  await late.page.getByRole('heading', { name: 'Questo invito non vale più' }).waitFor();
  await late.page.getByRole('link', { name: 'Vai all’accesso' }).click();
  await late.page.getByRole('heading', { name: 'Accedi a Capofila' }).waitFor();
  for (const each of [rocco, nora, late]) {
    expect(each.faults).toEqual([]);
    await each.close();
  }
});

test('a new mayor: the preview says what moves, then the old mandate has an end', async () => {
  const rocco = await Visitor.at(product.url, browser);
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/comuni/lauria');
  const { page } = rocco;
  const mayor = page.locator('.person', { hasText: 'sindaco@lauria.example' });
  const name = await mayor.getByRole('heading').innerText();
  await page.getByRole('button', { name: 'È cambiata una persona' }).click();
  await page.getByLabel('Nome e cognome').fill('Bianca Bruni');
  await page.getByLabel('Indirizzo e-mail').fill('bianca@lauria.example');
  await page.getByLabel('Primo giorno nell’incarico').fill('2024-05-07');
  await page.getByText(`${name} resta in carica fino al 6 maggio.`).waitFor();
  await page.getByText(`${capital(to(name))} non scriviamo più per questo Comune.`).waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Registra il cambio' }).click();
  await page.getByRole('button', { name: 'Fatto' }).click();
  await page
    .locator('.person', { hasText: 'bianca@lauria.example' })
    .getByText(/^sindaco, dal 7 maggio$/)
    .waitFor();
  await mayor.getByText(/finito il 6 maggio/).waitFor();
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});

test('+ Registra leads to the change of a person: comune, who leaves, preview, result', async () => {
  const rocco = await Visitor.at(product.url, browser, { width: 360 });
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/oggi');
  const { page } = rocco;
  await page.getByText('+ Registra').click();
  await page.getByRole('link', { name: 'Un cambio di persona' }).click();
  await page.getByLabel('Cerca il Comune').fill('nessuno così');
  await page.getByText('Nessun Comune così').waitFor();
  await page.getByLabel('Cerca il Comune').fill('maratea');
  await page.getByLabel('Maratea', { exact: true }).check();
  const mayor = page.getByRole('radio', { name: /, sindaco$/ });
  const name = ((await page.getByText(/, sindaco$/).innerText()) ?? '').replace(', sindaco', '');
  await mayor.check();
  await page.getByLabel('Nome e cognome').fill('Dora Dolce');
  await page.getByLabel('Indirizzo e-mail').fill('dora@maratea.example');
  await page.getByText(`${name} resta in carica fino`).waitFor();
  expect([await rocco.accessibilityFaults(), await rocco.overflow()]).toEqual([[], 0]);
  // The way back takes the last choice off; what was typed is there again with it.
  await page.goBack();
  await page.getByLabel('Nome e cognome').waitFor({ state: 'detached' });
  expect(await page.getByLabel('Cerca il Comune').inputValue()).toBe('maratea');
  await mayor.check();
  expect(await page.getByLabel('Nome e cognome').inputValue()).toBe('Dora Dolce');
  await page.getByLabel('Primo giorno nell’incarico').fill('2024-05-07');
  await page.getByRole('button', { name: 'Registra il cambio' }).click();
  await page.getByRole('button', { name: 'Fatto' }).click();
  await page
    .locator('.person', { hasText: 'dora@maratea.example' })
    .getByText(/^sindaco, dal/)
    .waitFor();
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});

test('who may not change mandates reads who does', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/registra/persona');
  await marta.page.getByText(/responsabile dell’ufficio \(Rocco/).waitFor();
  expect(await marta.accessibilityFaults()).toEqual([]);
  await marta.close();
});

test('the head of office corrects the residents of a comune, with their source', async () => {
  const rocco = await Visitor.at(product.url, browser);
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/comuni/nemoli?vista=registro');
  const { page } = rocco;
  await page.getByRole('button', { name: 'Correggi gli abitanti' }).click();
  await page.getByRole('button', { name: 'Aggiungi una riga' }).click();
  const row = page.getByRole('group', { name: 'Riga 1' });
  await row.getByLabel('Alla data del').fill('2024-01-01');
  await row.getByLabel('Abitanti').fill('1399');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await row.getByText('Manca: scrivilo e riprova.').waitFor();
  await row.getByLabel('Fonte').fill('Istat, bilancio demografico 2023');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('1.399 al 1° gennaio 2024').waitFor();
  await page.getByText(/^Corretto da Rocco Lapenta il 7 maggio/).waitFor();
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});

test('a desk officer corrects the telephone of a mayor, and reads who corrects the address', async () => {
  const marta = await Visitor.at(product.url, browser, { width: 360 });
  await marta.signIn('marta@unione.example');
  await marta.open('/comuni/lagonegro');
  const { page } = marta;
  const mayor = page.locator('.person', { hasText: 'sindaco@lagonegro.example' });
  await mayor.getByRole('button', { name: /^Correggi i recapiti di/ }).click();
  await page.getByText(/Con questo indirizzo la persona entra in Capofila/).waitFor();
  expect(await page.getByRole('dialog').getByRole('textbox').count()).toBe(1);
  await page.getByLabel('Telefono').fill('0973 777 777');
  expect(await marta.accessibilityFaults()).toEqual([]);
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Registra i recapiti' }).click();
  await mayor.getByRole('link', { name: '0973 777 777' }).waitFor();
  await marta.open('/comuni/lagonegro');
  expect(await page.getByText('Modifica', { exact: true }).count()).toBe(0);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('people say when they are away, and take it back', async () => {
  const gerardo = await Visitor.at(product.url, browser, { width: 360 });
  await gerardo.signIn('gerardo@lauria.example');
  await gerardo.open('/impostazioni');
  const { page } = gerardo;
  await page.getByRole('button', { name: 'Segna un’assenza' }).click();
  await page.getByLabel('Primo giorno').fill('2024-08-10');
  await page.getByLabel('Ultimo giorno').fill('2024-08-09');
  const save = page.getByRole('dialog').getByRole('button', { name: 'Segna l’assenza' });
  await save.click();
  await page.getByText('L’assenza finisce prima di cominciare').waitFor();
  await page.getByLabel('Ultimo giorno').fill('2024-08-20');
  await save.click();
  await page.getByText('Assente dal 10 agosto al 20 agosto').waitFor();
  expect(await gerardo.accessibilityFaults()).toEqual([]);
  expect(await gerardo.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Togli l’assenza dal 10 agosto' }).click();
  await page.getByText('Nessuna assenza segnata.').waitFor();
  expect(gerardo.faults).toEqual([]);
  await gerardo.close();
});

test('leaving all other devices ends them while they are open', async () => {
  const [here, there] = [await Visitor.at(product.url, browser), await Visitor.at(product.url, browser)];
  for (const each of [here, there]) await each.signIn('marta@unione.example');
  await there.open('/comuni');
  await here.open('/impostazioni?vista=accesso');
  await here.page.getByRole('button', { name: 'Esci da tutti gli altri' }).click();
  await here.page.getByRole('button', { name: 'Esci da tutti gli altri' }).waitFor({ state: 'detached' });
  // The page hears of it by itself: nothing has to be pressed.
  await there.page.getByRole('heading', { name: 'Sei stato via a lungo' }).waitFor();
  expect(await here.accessibilityFaults()).toEqual([]);
  for (const each of [here, there]) await each.close();
});

test('a new password says that the calendar needs a new address, and leads there', async () => {
  const paolo = await Visitor.at(product.url, browser, { width: 360 });
  await paolo.signIn('paolo@trecchina.example');
  await paolo.open('/impostazioni?vista=accesso');
  const { page } = paolo;
  await page.getByLabel('Password di adesso').fill(demoPassword);
  await page.getByLabel('Password nuova').fill('quattro parole messe insieme');
  await page.getByRole('button', { name: 'Cambia la password' }).click();
  await page.getByText('Password cambiata: gli altri dispositivi devono accedere di nuovo.').waitFor();
  expect(await paolo.accessibilityFaults()).toEqual([]);
  expect(await paolo.overflow()).toBeLessThanOrEqual(0);
  await page.getByRole('link', { name: 'creane uno nuovo' }).click();
  await page.getByRole('heading', { name: 'Metti le scadenze nel tuo calendario' }).waitFor();
  expect(paolo.faults).toEqual([]);
  await paolo.close();
});

test('the try of the mail server says what it answered', async () => {
  const rocco = await Visitor.at(product.url, browser);
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/impostazioni?vista=ufficio');
  product.post.clear();
  await rocco.page.getByRole('button', { name: 'Manda una prova a me' }).click();
  await rocco.page.getByText('Il server di posta l’ha presa').waitFor();
  expect((await mailTo('rocco@unione.example')).subject).toBe('Prova di invio da Capofila');
  expect(await rocco.accessibilityFaults()).toEqual([]);
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});

test('a guide opens from the help, titled by its question', async () => {
  const giulia = await Visitor.at(product.url, browser, { width: 360 });
  await giulia.signIn('gerardo@lauria.example');
  await giulia.open('/aiuto');
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await giulia.page.getByRole('link', { name: 'La mia firma non va bene, perché?' }).click();
  await giulia.page.getByRole('heading', { name: 'La mia firma non va bene, perché?' }).waitFor();
  await giulia.page.getByText('La firma è dentro il PDF').waitFor();
  expect(await giulia.accessibilityFaults()).toEqual([]);
  expect(await giulia.overflow()).toBeLessThanOrEqual(0);
  expect(giulia.faults).toEqual([]);
  await giulia.close();
});

test.each([
  ['rocco@unione.example', '/comuni?vista=registro'],
  ['rocco@unione.example', '/comuni?vista=persone'],
  ['rocco@unione.example', '/comuni?vista=abilitazioni'],
  ['rocco@unione.example', '/comuni?vista=servizi'],
  ['rocco@unione.example', '/comuni/lagonegro'],
  ['rocco@unione.example', '/impostazioni?vista=utenti'],
  ['rocco@unione.example', '/impostazioni?vista=modelli'],
  ['dario@segretari.example', '/mio-comune'],
  ['revisore@unione.example', '/impostazioni?vista=chiavi'],
])('%s at %s, on a telephone: nothing to scroll sideways, nothing that axe finds', async (email, path) => {
  const somebody = await Visitor.at(product.url, browser, { width: 360 });
  await somebody.signIn(email);
  await somebody.open(path);
  await somebody.page.locator('main .loading').waitFor({ state: 'detached' });
  expect(await somebody.overflow()).toBeLessThanOrEqual(0);
  expect(await somebody.accessibilityFaults()).toEqual([]);
  expect(somebody.faults).toEqual([]);
  await somebody.close();
});

test('the first steps say what is missing in which comune, and lead there', async () => {
  const rocco = await Visitor.at(product.url, browser, { width: 360 });
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/oggi');
  const { page } = rocco;
  await page.getByRole('link', { name: 'Vai ai primi passi' }).click();
  await page.getByText('Ogni Comune ha sindaco, segretario e referente.').waitFor();
  const nemoli = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Nemoli' }) });
  await nemoli.getByText('santo patrono da scrivere').last().waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  expect(await rocco.overflow()).toBeLessThanOrEqual(0);
  await nemoli.getByRole('link').last().click();
  await page.getByRole('button', { name: 'Correggi il santo patrono' }).click();
  await page.getByLabel('Giorno', { exact: true }).fill('31/02');
  await page.getByLabel('Fonte').fill('Statuto comunale');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('Scrivi giorno e mese, come 10/08.').waitFor();
  await page.getByLabel('Giorno', { exact: true }).fill('3/2');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('3 febbraio').waitFor();
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});
