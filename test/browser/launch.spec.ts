import type { Browser } from 'playwright-core';
import { signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

let product: RunningProduct;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-08', time: '10:00' }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

test('from a model to the launch in six steps, and back within ten minutes without anybody having heard of it', async () => {
  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  await marta.open('/avvisi/nuovo');
  const { page } = marta;
  await page.getByText('Da dove partiamo?').waitFor();
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
  await page.getByRole('button', { name: 'Annulla l’avvio' }).waitFor();
  // Whoever has left that page finds the brake on the call's own.
  await page.getByRole('link', { name: 'Apri l’avviso' }).click();
  await page.getByText(/Le prime e-mail partono non prima delle/).waitFor();
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Annulla l’avvio' }).click();
  await page.getByText('Questo avviso è stato ritirato').waitFor();
  expect(await page.getByRole('button', { name: 'Annulla l’avvio' }).count()).toBe(0);
  expect(product.post.messages).toEqual([]);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

const NOTED = 'PDND: accordi per i Comuni';

test('"Registra soltanto": noted in a minute, found in three places, put away and taken back', async () => {
  const marta = await Visitor.at(product.url, browser, { width: 360 });
  await marta.signIn('marta@unione.example');
  await marta.open('/avvisi');
  const { page } = marta;
  await page.getByRole('link', { name: 'Registra soltanto' }).click();
  await page.getByRole('button', { name: 'Segna l’avviso' }).click();
  await page.getByRole('heading', { name: /dati da correggere/ }).waitFor();
  await page.getByLabel('Titolo dell’avviso').fill(NOTED);
  await page.getByLabel('Finanziatore').fill('Dipartimento per la trasformazione digitale');
  await page.getByLabel('Pagina dell’avviso').fill('https://areariservata.example/avviso-131');
  await page.getByLabel('Apre il').fill('2024-05-02');
  await page.getByLabel('Chiude il').fill('2024-06-20');
  await page.getByLabel('Alle ore').fill('14:00');
  // What was typed survives a reload.
  await page.reload();
  await page.getByText('Quello che avevi scritto è ancora qui').waitFor();
  await page.getByLabel('Dove è scritto?').fill('art. 8: «entro le ore 14:00 del 20 giugno 2024»');
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Segna l’avviso' }).click();
  await page.getByRole('heading', { level: 1, name: NOTED }).waitFor();
  await page.getByText('Chiude giovedì 20 giugno 2024, ore 14:00').waitFor();
  await page.getByText('Aperto dal 2 maggio 2024').waitFor();
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);

  await page.getByRole('link', { name: 'Correggi' }).click();
  await page.getByLabel('Chiude il').fill('2024-06-21');
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('Chiude venerdì 21 giugno 2024, ore 14:00').waitFor();
  await page.getByText(/corretto da Marta/).waitFor();

  for (const path of ['/avvisi', '/scadenze', '/cerca?q=accordi']) {
    await marta.open(path);
    await page.getByRole('main').getByRole('link', { name: NOTED }).waitFor();
    expect([path, await marta.accessibilityFaults(), await marta.overflow()]).toEqual([path, [], 0]);
  }
  await page.getByRole('main').getByRole('link', { name: NOTED }).click();
  await page.getByRole('link', { name: 'Non ci interessa' }).click();
  await page.getByRole('button', { name: 'Mettilo da parte' }).click();
  await page.getByText('Manca: scrivilo e riprova.').waitFor();
  await page.getByLabel('Motivo').fill('Nessun Comune ha i requisiti');
  await page.getByRole('button', { name: 'Mettilo da parte' }).click();
  await page.getByText(/Motivo: Nessun Comune ha i requisiti/).waitFor();
  expect([await marta.accessibilityFaults(), await marta.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Riprendilo' }).click();
  await page.getByText('Visto, non avviato').waitFor();
  expect(product.post.messages).toEqual([]);
  expect(marta.faults).toEqual([]);
  await marta.close();
});

test('from what was noted to the launch; who is missing is put right in the middle; then the same again for another call', async () => {
  const desk = await signIn(product.url, 'rocco@unione.example', demoPassword);
  const { people } = (await desk.get('/people')).json;
  const mayor = people.find((each: { email: string }) => each.email === 'sindaco@nemoli.example');
  await desk.put(`/people/${mayor.id}/capabilities/digitalSignature`, {
    actingBody: Object.values(desk.bodies)[0],
    expiresOn: '2024-05-20',
  });
  const rocco = await Visitor.at(product.url, browser);
  await rocco.signIn('rocco@unione.example');
  await rocco.open('/avvisi');
  const { page } = rocco;
  const next = () => page.getByRole('button', { name: 'Avanti' }).click();
  await page.getByRole('link', { name: NOTED }).click();
  await page.getByRole('link', { name: 'Avvia da qui' }).click();
  await page.getByText(`Avvii «${NOTED}»`).waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Prepara l’avviso' }).click();
  await page.getByText('Il modello dice altre date').waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  await next();
  await page.getByText('Passo 2 di 6: I Comuni').waitFor();
  await page
    .getByText(/^\d\.\d{3} al 1° gennaio 2022$/)
    .first()
    .waitFor();
  // Only two of nine; whoever is taken off stays in sight.
  for (const box of await page.getByRole('checkbox').all()) await box.setChecked(false);
  await page.getByText('Scegli almeno un Comune.').waitFor();
  expect(await page.getByRole('button', { name: 'Avanti' }).isDisabled()).toBe(true);
  for (const name of ['Nemoli', 'Rivello']) await page.getByRole('checkbox', { name }).check();
  await page.getByText(/^2 Comuni scelti/).waitFor();
  await next();
  await next();
  await page.getByText('Passo 4 di 6: Le persone').waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Sistema le persone di Nemoli' }).click();
  await page.getByRole('heading', { level: 1, name: 'Nemoli' }).waitFor();
  await page.getByRole('link', { name: 'Abilitazioni' }).click();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Torna all’avvio dell’avviso' }).click();
  await page.getByText('Passo 4 di 6: Le persone').waitFor();
  await next();
  await page.getByRole('button', { name: 'Avvia per 2 Comuni' }).click();
  await page.getByRole('heading', { level: 1, name: 'Avviato' }).waitFor();
  await rocco.open('/avvisi');
  expect(await page.getByRole('link', { name: NOTED }).count()).toBe(0);

  await rocco.open('/avvisi/nuovo');
  await page.getByRole('button', { name: 'Proponi le stesse scelte' }).click();
  await page.getByText(/Le scelte vengono da/).waitFor();
  // Both still run.
  await page.getByText(/^.*Nemoli, Rivello: hanno ancora una candidatura in corso/).waitFor();
  expect(await rocco.accessibilityFaults()).toEqual([]);
  expect(rocco.faults).toEqual([]);
  await rocco.close();
});

test('a call that people were written about is taken back: who is told is seen before, and each hears it once', async () => {
  const desk = await signIn(product.url, 'marta@unione.example', demoPassword);
  const { slug } = (await desk.get('/calls')).json.calls.at(-1);
  const clock = (date: string) =>
    desk.post('/clock', { actingBody: Object.values(desk.bodies)[0], to: { date, time: '13:05' } });
  const ofNemoli = (words: string) => (mail: { to: readonly string[]; subject: string }) =>
    mail.to.includes('sindaco@nemoli.example') && mail.subject.includes(words);
  await clock('2024-05-10');
  await product.post.waitFor(ofNemoli('Nemoli'));

  const marta = await Visitor.at(product.url, browser);
  await marta.signIn('marta@unione.example');
  const { page } = marta;
  await marta.open(`/avvisi/${slug}`);
  await page.getByRole('link', { name: 'Ritira l’avviso' }).click();
  await page.getByRole('button', { name: 'Guarda che cosa finisce' }).click();
  await page.getByText(/Manca/).first().waitFor();
  await page.getByLabel('Motivo').fill('Il Dipartimento ha annullato l’avviso');
  await page.getByRole('button', { name: 'Guarda che cosa finisce' }).click();
  await page.getByText(/^2 candidature si chiudono/).waitFor();
  await page.getByText(/persone ricevono una sola e-mail/).waitFor();
  const nemoli = page
    .getByRole('group', { name: 'Che cosa succede' })
    .getByRole('row')
    .filter({ hasText: 'Nemoli' });
  await nemoli.getByText('Chiusa: l’Unione ha ritirato l’avviso.').waitFor();
  const { people } = (await desk.get('/people')).json;
  const mayor = people.find((each: { email: string }) => each.email === 'sindaco@nemoli.example');
  await nemoli.getByText(mayor.name).waitFor();
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await marta.accessibilityFaults()]).toEqual([width, []]);
  }
  expect(await marta.overflow()).toBeLessThanOrEqual(0);
  // Nothing has happened yet.
  expect((await desk.get(`/calls/${slug}`)).json.withdrawn).toBe(false);
  await page.getByRole('button', { name: 'Ritira l’avviso' }).click();
  await page.getByText('Avviso ritirato: le candidature sono chiuse').waitFor();
  await page.getByRole('button', { name: 'Chiudi' }).click();
  await page.getByText('Questo avviso è stato ritirato').waitFor();
  expect(await page.getByRole('link', { name: 'Ritira l’avviso' }).count()).toBe(0);
  expect(await marta.accessibilityFaults()).toEqual([]);
  await clock('2024-05-13');
  await product.post.waitFor(ofNemoli('avviso ritirato'));
  expect(marta.faults).toEqual([]);
  await marta.close();
});
