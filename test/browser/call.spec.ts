import type { Browser } from 'playwright-core';
import type { CallPage } from '#contracts/call-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runStory } from '../support/running-product.js';

/** Acts on the call of the demo's story: Friday 26 March 2027, 8:05. */
let product: RunningProduct;
let browser: Browser;
let rocco: Desk;
let call: CallPage;
let marta: Visitor;

beforeAll(async () => {
  [product, browser] = await Promise.all([runStory(), openBrowser()]);
  rocco = await signIn(product.url, 'rocco@unione.example', demoPassword);
  const { calls } = (await rocco.get('/calls')).json;
  call = (await rocco.get(`/calls/${calls[0].number}`)).json;
  marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const open = (act?: string) => marta.open(`/avvisi/${call.slug}${act === undefined ? '' : `?atto=${act}`}`);
const table = () => marta.page.getByRole('group', { name: 'Che cosa succede' });

/** The page is right at both widths, as it stands. */
async function looksRight(): Promise<void> {
  await marta.page.setViewportSize({ width: 360, height: 740 });
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await marta.page.setViewportSize({ width: 1280, height: 800 });
  expect(await marta.accessibilityFaults()).toEqual([]);
}

/** An extension of the works' end, as far as its preview. */
async function previewExtension(act: string, newEnd: string): Promise<void> {
  const { page } = marta;
  await open('extension');
  await page.getByLabel('Quale termine').selectOption('callEnd');
  await page.getByLabel('Atto', { exact: true }).fill(act);
  await page.getByLabel('Data dell’atto').fill('2027-03-25');
  await page.getByLabel('Nuova fine').fill(newEnd);
  await page.getByRole('button', { name: 'Guarda che cosa si sposta' }).click();
  await page.getByRole('heading', { name: 'Che cosa succede' }).waitFor();
}

test('the page of the call says its end, its applications and what the office may do', async () => {
  await open();
  await marta.page.getByRole('heading', { level: 1, name: call.title }).waitFor();
  await marta.page.getByRole('link', { name: 'Fondi esauriti' }).waitFor();
  // Applications were sent: it is not taken back any more.
  expect(await marta.page.getByRole('link', { name: 'Ritira l’avviso' }).count()).toBe(0);
  await looksRight();
});

test('+ Registra leads to the extension of the call that is meant, and back finds what was typed', async () => {
  const { page } = marta;
  await marta.open('/oggi');
  await page.getByText('+ Registra').click();
  await page.getByRole('link', { name: 'Una proroga o un avviso' }).click();
  await page.getByRole('heading', { level: 1, name: 'Una proroga o un avviso' }).waitFor();
  const found = page.getByRole('main').getByRole('link', { name: call.title });
  await page.getByLabel('Cerca l’avviso').fill('zzzz');
  await page.getByText('Nessun avviso così').waitFor();
  await page.getByLabel('Cerca l’avviso').fill(call.shortTitle.toLowerCase());
  await found.waitFor();
  await looksRight();
  await found.click();
  await page.getByRole('heading', { name: 'Proroga un termine' }).waitFor();
  await page.getByLabel('Atto', { exact: true }).fill('Decreto n. 8/2027');
  await page.goBack();
  await found.waitFor();
  expect(await page.getByLabel('Cerca l’avviso').inputValue()).toBe(call.shortTitle.toLowerCase());
  await found.click();
  await page.getByText('Quello che avevi scritto è ancora qui').waitFor();
  expect(await page.getByLabel('Atto', { exact: true }).inputValue()).toBe('Decreto n. 8/2027');
  await page.getByRole('button', { name: 'Annulla' }).click();
  await page.getByRole('heading', { name: 'Proroga un termine' }).waitFor({ state: 'detached' });
});

test('an extension for one application: its inner dates move, the others stay', async () => {
  await previewExtension('Decreto n. 9/2027', '2027-05-28');
  const { page } = marta;
  await looksRight();
  const nemoli = table().getByRole('row').filter({ hasText: 'Nemoli' });
  await nemoli.waitFor();
  for (const box of await table().getByRole('checkbox').all()) await box.setChecked(false);
  await nemoli.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Proroga solo questa' }).click();
  await page.getByRole('listitem').filter({ hasText: 'Nemoli' }).getByText('Registrato').waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Chiudi' }).click();
  const now: CallPage = (await rocco.get(`/calls/${call.number}`)).json;
  expect(now.end?.end).toBe(call.end?.end);
  expect(now.callSeq).toBe(call.callSeq);
});

test('when another officer acts meanwhile nothing is recorded before it was looked at again', async () => {
  const { page } = marta;
  await previewExtension('Decreto n. 10/2027', '2027-06-30');
  const amended = await rocco.post(`/calls/${call.number}/amendments`, {
    actingBody: Object.values(rocco.bodies)[0],
    kind: 'extension',
    term: 'callEnd',
    act: 'Decreto n. 11/2027',
    actDate: '2027-03-25',
    knownOn: '2027-03-26',
    newEnd: '2027-05-31',
  });
  expect(amended.status).toBe(201);
  // The page has read of it by itself, and still confirms only what it showed.
  await page.getByText('Decreto n. 11/2027').first().waitFor();
  await page.getByRole('button', { name: /^Proroga / }).click();
  await page.getByText('(CASO-03)').waitFor();
  await page.getByText(/Rocco/).first().waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Guarda di nuovo' }).click();
  await page.getByText('(CASO-03)').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: /^Proroga / }).click();
  await page.getByText(/^Registrato per tutto l’avviso\./).waitFor();
  const now: CallPage = (await rocco.get(`/calls/${call.number}`)).json;
  expect(now.end?.end).toBe('2027-06-30');
});

test('an extension moves what still waits; who was in time and who takes no part is said to be so', async () => {
  const { page } = marta;
  const { calls } = (await rocco.get('/calls')).json;
  const pdnd: CallPage = (await rocco.get(`/calls/${calls[1].number}`)).json;
  await marta.open(`/avvisi/${pdnd.slug}?atto=extension`);
  await page.getByText('Aperto da mercoledì 17 marzo 2027').waitFor();
  await page.getByLabel('Quale termine').selectOption('callEnd');
  await page.getByLabel('Atto', { exact: true }).fill('Decreto n. 12/2027');
  await page.getByLabel('Data dell’atto').fill('2027-03-25');
  await page.getByLabel('Nuova fine').fill('2027-04-19');
  await page.getByRole('button', { name: 'Guarda che cosa si sposta' }).click();
  const nemoli = table().getByRole('row').filter({ hasText: 'Nemoli' });
  await nemoli.getByText('non serve più: non cambia niente').waitFor();
  await page
    .getByText(
      /^5 candidature si spostano .* 4 restano come sono: 3 hanno già rispettato il termine, a 1 non serve più\. L’atto vale per tutto l’avviso\./,
    )
    .waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Proroga il termine: si spostano 5 candidature' }).click();
  await page
    .getByText(
      /^Registrato per tutto l’avviso\. Si spostano 5 candidature; .* Le altre 4 restano come sono\.$/,
    )
    .waitFor();
  const now: CallPage = (await rocco.get(`/calls/${pdnd.number}`)).json;
  expect(now.end?.end).toBe('2027-04-19');
});

test('the same call again near its end: the wizard says what is tight, and the answer is asked while it is open', async () => {
  const { page } = marta;
  const next = () => page.getByRole('button', { name: 'Avanti' }).click();
  await marta.open('/avvisi/nuovo');
  await page.getByRole('button', { name: 'Proponi le stesse scelte' }).click();
  await page.getByText('Passo 1 di 6: L’avviso').waitFor();
  await next();
  await page.getByText('Passo 2 di 6: I Comuni').waitFor();
  await page.getByRole('checkbox', { name: 'Nemoli' }).check();
  await next();
  await page.getByText('Passo 3 di 6: Che cosa serve').waitFor();
  await page.getByText('I tempi sono stretti:').waitFor();
  await page.getByText('l’avviso chiude domenica 4 aprile, fra 9 giorni').waitFor();
  await page.getByText('«kit di firma pronto» era giovedì 18 marzo').first().waitFor();
  await looksRight();
  await next();
  await next();
  await page.getByText('Passo 5 di 6: Anteprima').waitFor();
  await page.getByText('I tempi sono stretti:').waitFor();
  const letter = await page.locator('.letter').textContent();
  expect(letter).toContain('venerdì 2 aprile');
  expect(letter).not.toContain('12 aprile');
  await looksRight();
});

test('funds used up: who is told, one press, a label on the call, and money again takes it away', async () => {
  const { page } = marta;
  await open('fundsExhausted');
  await page.getByRole('button', { name: 'Guarda chi viene avvisato' }).click();
  await page.getByText(/Manca/).first().waitFor();
  await looksRight();
  await page.getByLabel('Atto', { exact: true }).fill('Avviso del Dipartimento');
  await page.getByLabel('Data dell’atto').fill('2027-03-25');
  await page.getByRole('button', { name: 'Guarda chi viene avvisato' }).click();
  await page.getByRole('heading', { name: 'Che cosa succede' }).waitFor();
  await table()
    .getByText(/I fondi dell’avviso risultano esauriti/)
    .first()
    .waitFor();
  await looksRight();
  await page.getByRole('button', { name: 'Registra che i fondi sono esauriti' }).click();
  await page.getByText(/^Registrato: i promemoria delle candidature non inviate si fermano/).waitFor();
  await page.getByRole('button', { name: 'Chiudi' }).click();
  await page.getByRole('cell').getByText('Fondi esauriti').first().waitFor();
  await looksRight();
  await marta.open('/oggi');
  await page
    .getByText(/I fondi dell’avviso risultano esauriti \(Avviso del Dipartimento\)/)
    .first()
    .waitFor();
  await open('fundsAgain');
  await page.getByLabel('Motivo').fill('Dotazione aumentata');
  await page.getByRole('button', { name: 'Guarda chi viene avvisato' }).click();
  await page.getByRole('button', { name: 'Registra che ci sono di nuovo fondi' }).click();
  await page.getByText('Registrato: i promemoria riprendono.').waitFor();
  await page.getByText('Motivo: Dotazione aumentata').waitFor();
  expect(marta.faults).toEqual([]);
});
