import type { AmendmentPreview, CallPage } from '#contracts/call-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** SEND for the nine comuni, a week before it closes. */
let product: RunningProduct;
let marta: Desk;
let giulia: Desk;
let call: string;
let union: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-09-11', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  union = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: 'all',
    confirmed: ['callEnd'],
  });
  call = json.call.number;
});

afterAll(() => product?.stop());

const pageOf = async (desk: Desk): Promise<CallPage> => (await desk.get(`/calls/${call}`)).json;

const extension = () => ({
  actingBody: union,
  term: 'callEnd',
  kind: 'extension',
  act: 'Decreto n. 137/2024',
  actDate: '2024-09-10',
  knownOn: '2024-09-11',
  newEnd: '2024-12-06',
  newCutOff: '18:00',
});

test('the page of a call: its terms with their source, nine applications, sums by word, who confirmed what', async () => {
  const page = await pageOf(marta);
  expect(page).toMatchObject({
    number: call,
    shortTitle: 'SEND',
    end: { end: '2024-09-20', cutOff: '23:59', was: [] },
    sent: { done: 0, of: 9 },
    sums: { estimated: 22_720_700, requested: 0, decreed: 0, collected: 0 },
    confirmed: [{ id: 'callEnd', label: "chiusura dell'avviso", by: 'Marta Donadio', on: '2024-09-11' }],
    may: { amend: { actingBody: union } },
  });
  expect(page.applications.map((each) => each.applicant.name)).toHaveLength(9);
  expect(page.terms.find((each) => each.id === 'cupEntry')?.rule).toBe(
    "5 giorni da: esito dell'ammissibilità (PEC)",
  );
  expect(page.toConfirm.every((each) => each.source.quote !== '' && !each.source.confirmed)).toBe(true);
  expect(page.history.map((each) => each.sentence)).toEqual([
    "Avviso avviato; confermato dall’ufficio: chiusura dell'avviso.",
  ]);
});

test('a comune reads the call with its own application only, and may move nothing', async () => {
  const page = await pageOf(giulia);
  expect(page.applications.map((each) => each.applicant.name)).toEqual(['Rivello']);
  expect(page.may).toEqual({});
});

test('an extension says before, application by application, what it moves; then one act does it', async () => {
  const start = performance.now();
  const asked = await marta.post(`/calls/${call}/amendments/preview`, extension());
  const ms = performance.now() - start;
  expect(asked.status).toBe(200);
  const preview = asked.json as AmendmentPreview;
  expect(preview).toMatchObject({ moves: 9, stays: 0, cents: 22_720_700 });
  expect(preview.applications[0]?.terms.find((each) => each.id === 'callEnd')).toMatchObject({
    old: { end: '2024-09-20', cutOff: '23:59', workBy: '2024-09-20' },
    new: { end: '2024-12-06', cutOff: '18:00', workBy: '2024-12-06' },
  });
  // Alone it takes a fraction of a second; the machine may be doing something else.
  expect(ms).toBeLessThan(10_000);
  expect((await pageOf(marta)).end?.end).toBe('2024-09-20');

  const two = preview.applications.slice(0, 2).map((each) => each.application.id);
  const some = await marta.post(`/calls/${call}/amendments/preview`, { ...extension(), applications: two });
  expect(some.json).toMatchObject({ moves: 2 });

  expect((await marta.post(`/calls/${call}/amendments`, extension())).status).toBe(201);
  const page = await pageOf(marta);
  expect(page.end).toMatchObject({
    end: '2024-12-06',
    was: [{ end: '2024-09-20', act: 'Decreto n. 137/2024', kind: 'proroga', knownOn: '2024-09-11' }],
  });
  expect(page.history.at(-1)?.sentence).toBe(
    "Decreto n. 137/2024 proroga «chiusura dell'avviso» a venerdì 6 dicembre 2024, ore 18:00.",
  );
});

test('an act that ends earlier is refused in the preview as it would be on record', async () => {
  const { json } = await marta.post(`/calls/${call}/amendments/preview`, {
    ...extension(),
    newEnd: '2024-09-15',
  });
  expect(json.code).toMatch(/^TERM-/);
});

test('a definition is read by id and version', async () => {
  const found = await giulia.get('/definitions/send-comuni-2024/1');
  expect(found.json).toMatchObject({ id: 'send-comuni-2024', shortTitle: 'SEND' });
  expect((await giulia.get('/definitions/send-comuni-2024/x')).json.code).toBe('AVV-404');
});
