import type { Browser } from 'playwright-core';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { openBrowser, Visitor } from '../support/browser.js';
import { demoPassword, type RunningProduct, runProduct } from '../support/running-product.js';

let product: RunningProduct;
let browser: Browser;
let marta: Desk;
let office: string;
/** Numbers of the applications, and ids of the comuni, by name. */
const numbers: Record<string, string> = {};
const bodies: Record<string, string> = {};

const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7 ${name}`),
});

beforeAll(async () => {
  [product, browser] = await Promise.all([runProduct({ date: '2024-05-14', time: '10:00' }), openBrowser()]);
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  office = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody: office,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: 'all',
    confirmed: ['amounts'],
  });
  for (const { comune, number } of json.applications) {
    numbers[comune] = number;
    bodies[comune] = (await marta.get(`/applications/${number}`)).json.applicant.id;
  }
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

/** As a provider delivers it: the certificate says when. */
const PEC = [
  'From: "Per conto di: dtd.pnrr@pec.example" <posta-certificata@gestore.example>',
  'To: protocollo@rivello.example',
  'Subject: POSTA CERTIFICATA: Avviso 1.4.5 SEND - candidatura ammessa - Comune di Rivello',
  'Date: Tue, 23 Jul 2024 11:02:10 +0200',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="limite"',
  '',
  '--limite',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Si comunica che la candidatura SEND del Comune di Rivello è stata ammessa.',
  '--limite',
  'Content-Type: application/xml; name="daticert.xml"',
  'Content-Disposition: attachment; filename="daticert.xml"',
  '',
  '<?xml version="1.0" encoding="UTF-8"?><postacert tipo="posta-certificata"><intestazione>',
  '<mittente>dtd.pnrr@pec.example</mittente><oggetto>Avviso 1.4.5 SEND - candidatura ammessa</oggetto>',
  '</intestazione><dati><data zona="+0200"><giorno>23/07/2024</giorno><ora>11:02:00</ora></data></dati></postacert>',
  '--limite--',
  '',
].join('\r\n');

const pageOf = (comune: string, search = '') => `/candidature/${numbers[comune]}${search}`;

/** The office records something for a comune over HTTP; a test that follows begins there. */
async function record(comune: string, body: object, more: object = {}): Promise<void> {
  const answer = await marta.post(`/applications/${numbers[comune]}/facts`, {
    actingBody: office,
    ...more,
    ...body,
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

async function upload(comune: string, requirement: string): Promise<string> {
  const query = new URLSearchParams({
    requirement,
    actingBody: office,
    onBehalfOf: bodies[comune] ?? '',
    channel: 'email',
  });
  const answer = await marta.upload(
    `/applications/${numbers[comune]}/documents?${query.toString()}`,
    `%PDF-1.7 ${comune} ${requirement}`,
  );
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.json.document;
}

async function accepted(comune: string, requirement: string): Promise<void> {
  const document = await upload(comune, requirement);
  const { json } = await marta.get(`/applications/${numbers[comune]}`);
  const waits = json.may.review.some((each: { document: string }) => each.document === document);
  if (!waits) return;
  await record(comune, { type: 'document.reviewed', body: { requirement, document, verdict: 'accepted' } });
}

async function clock(date: string, time: string): Promise<void> {
  const answer = await marta.post('/clock', { actingBody: office, to: { date, time } });
  if (answer.status !== 200) throw new Error(answer.text);
}

test('a mayor on a telephone sees what a no costs before, and says yes', async () => {
  const antonio = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = antonio;
  await antonio.signIn('antonio@rivello.example');
  await antonio.open(pageOf('Rivello'));
  await page.getByRole('heading', { name: 'Rivello — SEND' }).waitFor();
  expect(await antonio.overflow()).toBe(0);
  expect(await antonio.accessibilityFaults()).toEqual([]);
  await page.getByRole('link', { name: 'Non partecipiamo', exact: true }).click();
  await page.getByText(/Il Comune lascia 23.147 euro/).waitFor();
  await page.getByRole('radio', { name: 'Partecipiamo', exact: true }).check();
  expect(await antonio.overflow()).toBe(0);
  expect(await antonio.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Registra «Partecipiamo»' }).click();
  await page.getByText('In preparazione').first().waitFor();
  expect(antonio.faults).toEqual([]);
  await antonio.close();
});

test('with the keyboard alone somebody says yes', async () => {
  const lucia = await Visitor.at(product.url, browser);
  const { page } = lucia;
  await lucia.signIn('sindaco@trecchina.example');
  await lucia.open(pageOf('Trecchina', '?registra=participation'));
  const press = async (key: string, until: string) => {
    for (let n = 0; n < 60; n += 1) {
      await page.keyboard.press(key);
      const at = await page.evaluate<string>(
        `(() => { const a = document.activeElement; return a.tagName + ' ' + a.textContent; })()`,
      );
      if (at.startsWith(until)) return;
    }
    throw new Error(`the keyboard does not come to ${until}`);
  };
  await page.getByRole('heading', { name: 'La decisione di partecipare' }).waitFor();
  // Sent too early: the summary takes the focus, and its link leads to the field.
  await press('Tab', 'BUTTON Registra la decisione');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByRole('link', { name: 'Scegli com’è andata.' }).waitFor();
  await press('Tab', 'A Scegli com’è andata.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  await press('Tab', 'BUTTON Registra «Partecipiamo»');
  await page.keyboard.press('Enter');
  await page.getByText('In preparazione').first().waitFor();
  expect(lucia.faults).toEqual([]);
  await lucia.close();
});

test('a referent files a paper: chosen is not filed, the strip and the confirmation say what it is', async () => {
  const giulia = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = giulia;
  await giulia.signIn('giulia@rivello.example');
  await giulia.open(pageOf('Rivello'));
  await page.getByRole('link', { name: /^Carica: atto di partecipazione/ }).click();
  await page.getByText(/Non invia nulla al Dipartimento: il passo sulla piattaforma è il n\. 4/).waitFor();
  const choose = page.getByLabel(/^Scegli il file: atto di partecipazione/);
  await choose.setInputFiles({ ...pdf('vuoto.pdf'), buffer: Buffer.alloc(0) });
  await page.getByText('(DOC-201)').waitFor();
  await choose.setInputFiles(pdf('delibera.pdf'));
  await page.getByText('Non ancora caricato.').waitFor();
  const before = await marta.get(`/applications/${numbers['Rivello']}`);
  expect(before.json.requirements.find((each: { id: string }) => each.id === 'participationAct').status).toBe(
    'missing',
  );
  expect(await giulia.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Carica adesso' }).click();
  await page.getByRole('heading', { name: 'Conferma di caricamento' }).waitFor();
  await page.getByText(/non è un numero di protocollo/).waitFor();
  expect(await giulia.overflow()).toBe(0);
  expect(await giulia.accessibilityFaults()).toEqual([]);
  expect(giulia.faults).toEqual([]);
  await giulia.close();
});

test('the office sends a paper back with its reason, and the referent reads it without reloading', async () => {
  const office = await Visitor.at(product.url, browser);
  const giulia = await Visitor.at(product.url, browser, { width: 360 });
  await office.signIn('marta@unione.example');
  await giulia.signIn('giulia@rivello.example');
  await giulia.open(pageOf('Rivello', '?scheda=documenti'));
  await giulia.page.getByText('In controllo').first().waitFor();
  await office.open(pageOf('Rivello', '?scheda=documenti'));
  const { page } = office;
  await page.getByRole('button', { name: 'Guardalo qui' }).click();
  await page.getByTitle('delibera.pdf').waitFor();
  await page.getByRole('button', { name: /^Rimanda indietro: atto/ }).click();
  await page.getByRole('button', { name: /^Rimanda indietro: atto/ }).click();
  await page.getByText('Scrivi che cosa va corretto, in una frase.').waitFor();
  await page.getByLabel('Che cosa va corretto?').fill('manca la firma del segretario');
  expect(await office.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: /^Rimanda indietro: atto/ }).click();
  await page.getByText('Rimandato indietro: manca la firma del segretario').waitFor();
  await giulia.page.getByText('Rimandato indietro: manca la firma del segretario').waitFor();
  expect([...office.faults, ...giulia.faults]).toEqual([]);
  await Promise.all([office.close(), giulia.close()]);
});

test('a PEC is read where it is dropped, matched, and registered with its delivery; the term is told before', async () => {
  await accepted('Rivello', 'participationAct');
  await accepted('Rivello', 'serviceList');
  await accepted('Rivello', 'signedApplication');
  const submission = { milestone: 'submission', data: {}, proof: await upload('Rivello', 'proof') };
  await record(
    'Rivello',
    { type: 'milestone.recorded', body: submission },
    { onBehalfOf: bodies['Rivello'], channel: 'email' },
  );
  await clock('2024-07-25', '09:30');
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open('/oggi');
  await page.getByText('+ Registra').click();
  await page.getByRole('link', { name: 'Una PEC arrivata' }).click();
  const choose = () =>
    page.getByLabel('Scegli la PEC').setInputFiles({
      name: 'ammissione.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(PEC),
    });
  // That its reader did not arrive is no fault of the file.
  await page.route(/read-pec/, (route) => route.abort());
  await choose();
  await page.getByText('(RETE-01)').waitFor();
  expect(await page.getByText('(PEC-01)').count()).toBe(0);
  await page.unroute(/read-pec/);
  await choose();
  await page.getByText(/da dtd\.pnrr@pec\.example, consegnata martedì 23 luglio alle 11:02/).waitFor();
  expect(await page.getByRole('radio', { name: 'Rivello · SEND' }).isChecked()).toBe(true);
  await page.getByRole('heading', { name: /^È questo: esito dell'ammissibilità/ }).waitFor();
  // Neither the file nor what was read of it is lost with a reload.
  await page.reload();
  await page.getByText('La PEC che avevi scelto è ancora qui').waitFor();
  await page.getByText(/da dtd\.pnrr@pec\.example, consegnata martedì 23 luglio alle 11:02/).waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Sì', exact: true }).click();
  await page.getByText('ammissione.eml').first().waitFor();
  expect(await page.getByRole('radio', { name: 'Ammessa', exact: true }).isChecked()).toBe(true);
  expect(await page.getByLabel('Giorno', { exact: true }).inputValue()).toBe('2024-07-23');
  await page.getByText('Lavora entro venerdì 26 luglio.').waitFor();
  await page.getByText('Lo slittamento a lunedì 29 luglio non è certo: non contarci.').waitFor();
  // Reloaded once more, it is not uploaded twice.
  await page.getByLabel(/^Nota/).fill('Letta al telefono a Giulia.');
  await page.reload();
  await page.getByText('ammissione.eml').first().waitFor();
  expect(await page.getByLabel(/^Nota/).inputValue()).toBe('Letta al telefono a Giulia.');
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: /^Registra l['’]esito/ }).click();
  await page.waitForURL('**/candidature/rivello-send-2024');
  await page.getByText('CUP da inserire').first().waitFor();
  // Used, it is kept no longer.
  await visitor.open('/registra/pec');
  await page.getByText('Trascina qui la PEC').waitFor();
  expect(await page.getByText('La PEC che avevi scelto').count()).toBe(0);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('the office enters the CUP: letters O are told with what was meant, the draft survives a reload', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello'));
  await page.getByText('Perché aspetta?').waitFor();
  await page.getByRole('link', { name: 'Registra il CUP' }).click();
  await page.getByLabel('CUP', { exact: true }).fill('J81F2200384OO06');
  await page.getByText(/due lettere O al posto di zeri/).waitFor();
  await page.getByRole('button', { name: 'Usa questo: J81F22003840006' }).click();
  await page.getByText('La forma del CUP va bene.').waitFor();
  await page.getByRole('button', { name: 'Registra il CUP' }).click();
  await page.getByRole('link', { name: 'Scegli come l’hai ricevuto.' }).waitFor();
  await page.getByRole('radio', { name: 'per e-mail' }).check();
  await page.getByLabel(/^Da chi/).fill('Giulia Riviello');
  await page.getByLabel(/^Scegli il file/).setInputFiles(pdf('ricevuta.pdf'));
  await page.getByText('Allegata:').waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.reload();
  await page.getByText('Quello che avevi scritto è ancora qui.').waitFor();
  expect(await page.getByLabel('CUP', { exact: true }).inputValue()).toBe('J81F22003840006');
  await page.getByRole('button', { name: 'Registra il CUP' }).click();
  await page.getByText('Attende il decreto').first().waitFor();
  const session = await visitor.context.newCDPSession(page);
  const permission = { name: 'clipboard-write' };
  await session.send('Browser.setPermission', { permission, setting: 'denied', origin: product.url });
  await page.getByRole('button', { name: 'Copia il CUP' }).click();
  await page.getByText('Il browser non lascia copiare').waitFor();
  const { json } = await marta.get(`/applications/${numbers['Rivello']}`);
  expect(json).toMatchObject({ stage: 'decree', cup: 'J81F22003840006' });
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('a date is put right after a look at what changes, and stands beside what it corrects', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello', '?scheda=storia'));
  await page.getByRole('link', { name: /^Correggi: Registrato: esito dell/ }).click();
  await page.getByLabel('Giorno').fill('2024-07-24');
  await page.getByRole('button', { name: 'Vedi che cosa cambia' }).click();
  await page.getByRole('link', { name: 'Scrivi perché, in una frase.' }).waitFor();
  await page.getByLabel('Perché lo correggi?').fill('La PEC è del 24 luglio.');
  await page.getByRole('button', { name: 'Vedi che cosa cambia' }).click();
  await page.getByRole('heading', { name: 'Cambia:' }).waitFor();
  await page.getByText(/Inserimento del CUP:/).waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('Corretto con:').waitFor();
  await page.getByText('La PEC è del 24 luglio.').waitFor();
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('notes written one after the other all stand, and none of them comes back after a reload', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello', '?scheda=conversazione'));
  for (const text of ['Ho chiesto il CUP.', 'Il CUP arriva domani.']) {
    await page.getByLabel('Nota', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Scrivi la nota' }).click();
    await page.locator('.said-text', { hasText: text }).waitFor();
  }
  await page.reload();
  await page.locator('.said-text', { hasText: 'Il CUP arriva domani.' }).waitFor();
  expect(await page.locator('.said-text', { hasText: 'Ho chiesto il CUP.' }).count()).toBe(1);
  expect(await page.getByLabel('Nota', { exact: true }).inputValue()).toBe('');
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('an acronym explains itself to who has only a keyboard, and Esc closes it', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello'));
  const cup = page.getByRole('button', { name: 'CUP', exact: true }).first();
  await cup.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('tooltip')
    .getByText(/^Codice Unico di Progetto/)
    .waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText(/^Codice Unico di Progetto/).waitFor({ state: 'detached' });
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test('an e-mail is read as it was sent, by the office and by whom it went to, and by nobody else', async () => {
  const { json } = await marta.get(`/applications/${numbers['Rivello']}/messages`);
  const sent = json.messages.find(
    (each: { kind: string; mail: string | null }) => each.kind === 'documentFiled' && each.mail !== null,
  );
  const path = `/mails/${sent.mail}`;
  const giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  const antonio = await signIn(product.url, 'antonio@rivello.example', demoPassword);
  expect((await marta.get(path)).json.subject).toBe(sent.subject);
  expect((await giulia.get(path)).status).toBe(sent.person === giulia.name ? 200 : 404);
  expect((await antonio.get(path)).status).toBe(404);
  const visitor = await Visitor.at(product.url, browser);
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello', '?scheda=messaggi'));
  const { page } = visitor;
  await page
    .getByRole('listitem')
    .filter({ hasText: sent.subject })
    .getByText('Leggi com’è partito')
    .first()
    .click();
  await page.getByText(/^Spedito a /).waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});

test.each(['passi', 'documenti', 'numeri', 'conversazione', 'messaggi', 'storia', 'e-se'])(
  'the card "%s" has nothing that axe finds wrong, and fits a telephone',
  async (card) => {
    const visitor = await Visitor.at(product.url, browser, { width: 360 });
    await visitor.signIn('marta@unione.example');
    await visitor.open(pageOf('Rivello', `?scheda=${card}`));
    await visitor.page.getByRole('navigation', { name: 'Schede della candidatura' }).waitFor();
    expect(await visitor.overflow()).toBe(0);
    expect(await visitor.accessibilityFaults()).toEqual([]);
    expect(visitor.faults).toEqual([]);
    await visitor.close();
  },
);

test('two people at one thing: the second sees who was quicker, and chooses', async () => {
  const visitor = await Visitor.at(product.url, browser);
  const { page } = visitor;
  await visitor.signIn('rocco@unione.example');
  // What the other does is told to the page at once; a page that was just sent away has not seen it yet.
  await page.route('**/events', (route) => route.abort());
  await visitor.open(pageOf('Trecchina', '?carica=participationAct'));
  await visitor.open(pageOf('Trecchina', '?registra=withdrawalRequested'));
  await page.getByRole('radio', { name: 'per PEC' }).check();
  await page.getByLabel(/^Scegli il file/).setInputFiles(pdf('rinuncia.pdf'));
  await page.getByText('Allegata:').waitFor();
  await upload('Trecchina', 'participationAct');
  await page.getByRole('button', { name: /^Registra/ }).click();
  await page.getByText('(CASO-03)').waitFor();
  await page
    .getByText(/Marta Donadio/)
    .first()
    .waitFor();
  expect(await visitor.accessibilityFaults()).toEqual([]);
  await page.getByRole('button', { name: 'Registra lo stesso la mia' }).click();
  await page.getByText('Rinuncia chiesta').first().waitFor();
  await visitor.close();
});

test('an outcome that was registered wrong is put right: what moves and who is told is seen before', async () => {
  const visitor = await Visitor.at(product.url, browser, { width: 360 });
  const { page } = visitor;
  await visitor.signIn('marta@unione.example');
  await visitor.open(pageOf('Rivello', '?scheda=storia'));
  await page
    .getByRole('link', { name: /^Correggi: Registrato: esito dell/ })
    .last()
    .click();
  await page.getByRole('group', { name: 'Com’è andata davvero?' }).getByLabel('Non ammessa').check();
  await page.getByLabel('Perché lo correggi?').fill('La PEC dice «non ammessa».');
  await page.getByRole('button', { name: 'Vedi che cosa cambia' }).click();
  await page.getByText(/^Lo stato: da «.*» a «Non ammessa»\.$/).waitFor();
  expect([await visitor.accessibilityFaults(), await visitor.overflow()]).toEqual([[], 0]);
  await page.getByRole('button', { name: 'Registra la correzione' }).click();
  await page.getByText('La PEC dice «non ammessa».').waitFor();
  const { json } = await marta.get(`/applications/${numbers['Rivello']}`);
  expect(json.stage).toBe('notAdmitted');
  expect(visitor.faults).toEqual([]);
  await visitor.close();
});
