import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openDataSource } from '#persistence/data-source.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { type RunningProduct, runStory } from '../support/running-product.js';

const MARTA = 'marta@unione.example';
const GIULIA = 'giulia@rivello.example';
const AUDITOR = 'revisore@unione.example';

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([runStory(), openBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

async function visit(email: string, path: string, width = 1280): Promise<Visitor> {
  const visitor = await Visitor.at(product.url, browser, { width });
  await visitor.signIn(email);
  await visitor.open(path);
  return visitor;
}

const LISTS = [
  ['/quadro', 'Rivello'],
  ['/quadro?vista=avviso', 'Rivello'],
  ['/quadro?vista=elenco', 'Rivello'],
  ['/quadro?vista=denaro', '€ 227.207'],
  ['/candidature', 'Rivello'],
  ['/scadenze', 'inserimento del CUP'],
  ['/storia', 'provato da PEC'],
  ['/storia?comune=Rivello&cosa=termini', 'Rivello · SEND'],
  ['/esporta', 'Scarica i fatti'],
  ['/messaggi', '(previsto)'],
  ['/messaggi?stato=partiti', 'Leggi'],
  ['/messaggi?stato=falliti', 'Lo corregge il responsabile dell’ufficio'],
  ['/messaggi?stato=saltati', 'Non serviva più'],
  ['/cerca?q=rivello', 'Rivello · SEND'],
  ['/cerca?q=zzzz', 'Niente per «zzzz»'],
] as const;

describe('a list reads well, to eyes and to screen readers', () => {
  const marta: Visitor[] = [];

  beforeAll(async () => {
    for (const width of [1280, 360]) marta.push(await visit(MARTA, '/oggi', width));
  });
  afterAll(() => Promise.all(marta.map((each) => each.close())));

  test.each(LISTS)('%s, wide and narrow', async (path, shows) => {
    for (const visitor of marta) {
      await visitor.open(path);
      await visitor.page.locator('main').getByText(shows).filter({ visible: true }).first().waitFor();
      expect(await visitor.accessibilityFaults()).toEqual([]);
      expect(await visitor.overflow()).toBeLessThanOrEqual(0);
      expect(visitor.faults).toEqual([]);
    }
  });
});

test('a cell says whose turn it is, and why on focus; Esc closes the reason', async () => {
  const marta = await visit(MARTA, '/quadro');
  const { page } = marta;
  const row = page.getByRole('row', { name: /^Rivello/ });
  await row.getByText('Tocca a referente, RUP').waitFor();
  await row.getByText('entro oggi').waitFor();
  await row.getByRole('link', { name: /CUP da inserire/ }).focus();
  const reason = page.getByRole('tooltip');
  expect(await reason.textContent()).toMatch(/Perché aspetta\?.*CUP/);
  await page.keyboard.press('Escape');
  expect(await reason.count()).toBe(0);
  await marta.close();
});

test('filters stand in the address: they survive a reload, and the way back takes them off', async () => {
  const marta = await visit(MARTA, '/quadro');
  const { page } = marta;
  await page.getByRole('link', { name: '7 giorni' }).click();
  await page.getByRole('link', { name: 'Comune', exact: true }).click();
  await page.waitForURL(/entro=7.*tocca=comune/);
  const rows = page.locator('.grid-table tbody tr');
  const some = await rows.count();
  expect(some).toBeLessThan(9);
  await page.reload();
  await rows.first().waitFor();
  expect(await rows.count()).toBe(some);
  await page.goBack();
  await page.waitForURL(/\?entro=7$/);
  await page.getByRole('link', { name: 'Togli i filtri' }).click();
  await page.waitForURL(/\/quadro$/);
  expect(await rows.count()).toBe(9);
  await marta.close();
});

test('a list sorts by its heads, and says so', async () => {
  const marta = await visit(MARTA, '/candidature');
  const { page } = marta;
  const head = page.getByRole('columnheader', { name: /Lavora entro/ });
  await head.getByRole('link').click();
  await page.waitForURL(/ordine=entro/);
  expect(await head.getAttribute('aria-sort')).toBe('ascending');
  expect(await page.locator('tbody tr th').first().textContent()).toBe('Lagonegro');
  await head.getByRole('link').click();
  await page.waitForURL(/ordine=-entro/);
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  // What has no date comes last either way.
  expect(await page.locator('tbody tr th').last().textContent()).toMatch(/Nemoli|Trecchina/);
  await marta.close();
});

test('words typed in a list narrow it, and stay through a reload', async () => {
  const marta = await visit(MARTA, '/candidature');
  const { page } = marta;
  await page.getByLabel('Cerca in questa lista').pressSequentially('rivèllo send', { delay: 20 });
  await page.getByText('1 candidatura, € 23.147 in tutto').waitFor();
  await page.reload();
  await page.getByText('1 candidatura, € 23.147 in tutto').waitFor();
  expect(await page.getByLabel('Cerca in questa lista').inputValue()).toBe('rivèllo send');
  await marta.close();
});

test('the file for Excel holds what the list shows', async () => {
  const marta = await visit(MARTA, '/quadro?entro=7');
  const { page } = marta;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /Excel/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('quadro-2027-03-26.csv');
  const text = await readFile(await download.path(), 'utf8');
  // Not `trim`: it would take the mark away.
  const [head, ...rows] = text.replace(/\r\n$/, '').split('\r\n');
  expect(head).toMatch(/^\uFEFFComune;Avviso;Stato;Tocca a;Lavora entro;Termine ufficiale;Euro/);
  expect(rows).toHaveLength(await page.locator('.grid-table tbody tr').count());
  expect(rows.find((row) => row.startsWith('Rivello;'))).toMatch(
    /;CUP da inserire;.*;26\/03\/2027;28\/03\/2027;23147,00;richiesti;/,
  );
  await marta.close();
});

const FILES = [
  [
    '/oggi',
    'oggi-2027-03-26.csv',
    /^Da fare ora;Rivello;SEND;.*;26\/03\/2027;28\/03\/2027;23147,00;richiesti$/m,
    /undefined/,
  ],
  ['/avvisi', 'avvisi.csv', /PDND.*;In corso;04\/04\/2027;23:59;9;3;1;$/m, /undefined/],
  ['/storia?comune=Rivello&cosa=termini', 'storia-2027-03-26.csv', /;Rivello;SEND;/, /;Nemoli;/],
  ['/cerca?q=rivello', 'cerca.csv', /^Enti;Rivello;.*;\/comuni\/rivello$/m, /undefined/],
  ['/impostazioni?vista=modelli', 'modelli-di-avviso.csv', /;1;send-comuni-2024$/m, /undefined/],
] as const;

test.each(FILES)('%s gives what it shows as a file for Excel', async (path, name, holds, leavesOut) => {
  const rocco = await visit('rocco@unione.example', path);
  const [download] = await Promise.all([
    rocco.page.waitForEvent('download'),
    rocco.page.getByRole('button', { name: /Excel/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  const text = await readFile(await download.path(), 'utf8');
  expect(text.replaceAll('\r', '')).toMatch(holds);
  // Narrowed in the page, narrowed in the file.
  expect(text).not.toMatch(leavesOut);
  await rocco.close();
});

test('the board prints on one A4 landscape page, with its moment and no buttons', async () => {
  const marta = await visit(MARTA, '/quadro');
  const { page } = marta;
  await page.getByText(/^Situazione al 26\/03\/2027 ore 8:\d\d$/).waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const text = pdf.toString('latin1');
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
  expect(Number(width)).toBeGreaterThan(Number(height));
  expect(text.match(/\/Type ?\/Page\b(?!s)/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Stampa' }).isVisible()).toBe(false);
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('.situation').isVisible()).toBe(true);
  await marta.close();
});

test('a comune sees its own only, and the auditor the dossiers with their history', async () => {
  const giulia = await visit(GIULIA, '/candidature');
  await giulia.page.getByRole('link', { name: 'Rivello' }).first().waitFor();
  // SEND and PDND, and nobody else's.
  const rows = await giulia.page.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => /Rivello/.test(row))).toEqual([true, true]);
  await giulia.open('/quadro');
  await giulia.page.locator('.grid-table').waitFor();
  expect(await giulia.page.locator('.grid-table tbody tr').count()).toBe(1);
  await giulia.open('/messaggi?stato=partiti');
  await giulia.page.getByRole('heading', { name: 'I miei messaggi' }).waitFor();
  await giulia.page.locator('tbody tr').first().waitFor();
  const people = await giulia.page.locator('tbody td:nth-child(2)').allTextContents();
  expect(new Set(people).size).toBe(1);
  await giulia.open('/cerca?q=trecchina');
  await giulia.page.getByText('Niente per «trecchina»').waitFor();
  expect(giulia.faults).toEqual([]);
  await giulia.close();
  const auditor = await visit(AUDITOR, '/candidature');
  await auditor.page.getByRole('heading', { name: 'Fascicoli' }).waitFor();
  await auditor.page.getByRole('link', { name: /storia di Rivello, SEND$/ }).waitFor();
  expect(await auditor.accessibilityFaults()).toEqual([]);
  await auditor.close();
});

const NOT_THERE = 'Questa pagina non c’è, o non è del tuo Comune.';

test('another comune has no page, no view and no hit of a search; the own one and the union’s have', async () => {
  const paolo = await visit('paolo@trecchina.example', '/comuni');
  const { page } = paolo;
  for (const path of ['/comuni', '/comuni/rivello', '/comuni/rivello?vista=candidature', '/oggi']) {
    await paolo.open(path);
    await page.getByRole('heading', { level: 1, name: NOT_THERE }).waitFor();
  }
  for (const path of ['/comuni/trecchina', '/mio-comune']) {
    await paolo.open(path);
    await page.getByText('Paolo', { exact: false }).first().waitFor();
    expect(await page.getByText(NOT_THERE).count()).toBe(0);
  }
  const registry = (await page.evaluate(() => fetch('/registry').then((answer) => answer.json()))) as {
    bodies: { name: string; kind: string }[];
  };
  expect(registry.bodies.filter(({ kind }) => kind === 'comune').map(({ name }) => name)).toEqual([
    'Trecchina',
  ]);
  await paolo.open('/cerca?q=rivello');
  await page.getByText('Niente per «rivello»').waitFor();
  expect(await paolo.accessibilityFaults()).toEqual([]);
  await paolo.close();
});

test('what only the office has is not there for an auditor', async () => {
  const auditor = await visit(AUDITOR, '/oggi');
  await auditor.page.getByRole('heading', { level: 1, name: NOT_THERE }).waitFor();
  expect(await auditor.page.getByText('OGGI-01').count()).toBe(0);
  await auditor.close();
});

test('the address of the own calendar is made, copied and closed', async () => {
  const giulia = await visit(GIULIA, '/scadenze');
  const { page } = giulia;
  await page.getByRole('button', { name: 'Crea l’indirizzo' }).click();
  const address = await page.getByLabel('Indirizzo del calendario').inputValue();
  expect(address).toMatch(/\/calendario\/[\w-]{20,}\.ics$/);
  const feed = await fetch(address.replace(/^https?:\/\/[^/]+/, product.url));
  expect(await feed.text()).toContain('BEGIN:VCALENDAR');
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Chiudi l’indirizzo' }).click();
  await page.getByText('Indirizzo chiuso').waitFor();
  expect((await fetch(address.replace(/^https?:\/\/[^/]+/, product.url))).status).toBe(404);
  await giulia.close();
});

test('a mail that did not arrive is read as it was, and goes again once its address is right', async () => {
  const marta = await visit(MARTA, '/messaggi?stato=falliti');
  const { page } = marta;
  await page.getByRole('link', { name: /^Leggi l’e-mail «Nemoli/ }).click();
  const dialog = page.getByRole('dialog', { name: 'E-mail com’è partita' });
  await dialog.getByText('A: Michele Carlomagno <sindaco@nemoli.example>').waitFor();
  expect(await dialog.locator('.mail-text').textContent()).toContain('23.147 euro');
  expect(await marta.accessibilityFaults()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.searchParams.has('email'));
  const owner = await openDataSource({ url: product.database.urls.owner });
  await owner.query(
    `update person set email = 'nuovo@nemoli.example' where email = 'sindaco@nemoli.example'`,
  );
  await owner.destroy();
  await page.reload();
  await page.getByRole('button', { name: 'Manda di nuovo a Michele Carlomagno' }).click();
  await page.getByRole('link', { name: 'Non arrivati (0)' }).waitFor();
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('the search on every page goes to its results by Enter', async () => {
  const marta = await visit(MARTA, '/oggi');
  const { page } = marta;
  await page.getByRole('search').getByRole('searchbox').fill('lauria');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/cerca\?q=lauria/);
  await page.getByRole('link', { name: 'Lauria · SEND' }).click();
  await page.waitForURL(/\/candidature\/lauria-send/);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('the address of somebody else’s application is no page, and leads back to one’s own', async () => {
  const giulia = await visit(GIULIA, '/candidature/nemoli-send-2027');
  const { page } = giulia;
  await page.getByRole('heading', { name: 'Questa pagina non c’è, o non è del tuo Comune.' }).waitFor();
  expect(await page.title()).toContain('non è del tuo Comune');
  expect(await page.getByRole('button', { name: 'Riprova' }).count()).toBe(0);
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await page.getByRole('link', { name: /prima pagina/i }).click();
  await page.waitForURL('**/attivita');
  await giulia.close();
});

test('an acronym in the head of a list explains itself, by keyboard too', async () => {
  const auditor = await visit(AUDITOR, '/candidature');
  const { page } = auditor;
  const mark = page.locator('thead .acronym button').first();
  await mark.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tooltip').waitFor();
  expect(await auditor.accessibilityFaults()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('tooltip').waitFor({ state: 'detached' });
  await auditor.close();
});
