import type { AmendedSome, AmendmentPreview, CallPage } from '#contracts/call-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** SEND for three comuni; what is told goes out on the next working day. */
let product: RunningProduct;
let marta: Desk;
let rocco: Desk;
let giulia: Desk;
let call: string;
let actingBody: string;
let ids: string[];

beforeAll(async () => {
  product = await runProduct({ date: '2024-06-10', time: '10:00' });
  [marta, rocco, giulia] = (await Promise.all(
    ['marta@unione.example', 'rocco@unione.example', 'giulia@rivello.example'].map((email) =>
      signIn(product.url, email, demoPassword),
    ),
  )) as [Desk, Desk, Desk];
  actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068', '076054', '076092'],
  });
  call = json.call.number;
  ids = json.applications.map((each: { id: string }) => each.id);
});

afterAll(() => product?.stop());

const pageOf = async (desk: Desk): Promise<CallPage> => (await desk.get(`/calls/${call}`)).json;
const tagOf = ({ seq, callSeq }: CallPage) => ({ 'if-match': `"${seq}-${callSeq}"` });
const comesAbout = async (holds: () => Promise<boolean> | boolean) => {
  await eventually(holds);
  expect(await holds()).toBe(true);
};
const extension = () => ({
  actingBody,
  term: 'callEnd',
  kind: 'extension',
  act: 'Decreto n. 137/2024',
  actDate: '2024-06-09',
  knownOn: '2024-06-10',
  newEnd: '2024-12-06',
});
const exhausted = () => ({
  actingBody,
  act: 'Avviso del Dipartimento',
  actDate: '2024-06-09',
  knownOn: '2024-06-10',
});

test('an act for some applications has a result for each, and the same key does nothing twice', async () => {
  const [first = '', second = ''] = ids;
  const strange = '0190b7a0-0000-7000-8000-000000000001';
  const body = { ...extension(), applications: [first, strange, second] };
  const once = { 'idempotency-key': 'una-proroga-per-due' };
  const done = (await marta.post(`/calls/${call}/amendments`, body, once)).json as AmendedSome;
  expect(done.results.map(({ application, result, code }) => [application, result, code])).toEqual([
    [first, 'done', undefined],
    [strange, 'refused', 'ACC-404'],
    [second, 'done', undefined],
  ]);
  const facts = async () =>
    (await marta.get(`/applications/${first}/facts`)).json.facts.filter(
      (each: { type: string }) => each.type === 'term.amended',
    ).length;
  expect(await facts()).toBe(1);
  const again = (await marta.post(`/calls/${call}/amendments`, body, once)).json as AmendedSome;
  expect(again.results.map((each) => each.result)).toEqual(['done', 'refused', 'done']);
  expect(await facts()).toBe(1);
  const page = await pageOf(marta);
  expect(page.end?.end).toBe('2024-09-20');
  expect(page.history).toHaveLength(1);
});

test('that the money is used up is seen before, said by one act, and stops nobody who has sent', async () => {
  const before = await pageOf(marta);
  expect(before.may).toMatchObject({ exhaust: { actingBody }, withdraw: { actingBody } });
  const preview = (await marta.post(`/calls/${call}/funds-exhausted/preview`, exhausted()))
    .json as AmendmentPreview;
  expect(preview).toMatchObject({ moves: 3, stays: 0 });
  expect(preview.people).toBeGreaterThan(2);
  expect(preview.mails.cancelled).toBeGreaterThan(0);
  expect((await pageOf(marta)).fundsExhausted).toBeUndefined();

  // Somebody else was quicker.
  expect((await rocco.post(`/calls/${call}/funds-exhausted`, exhausted())).status).toBe(201);
  const late = await marta.post(`/calls/${call}/funds-exhausted`, exhausted(), tagOf(before));
  expect(late.json).toMatchObject({ status: 412, code: 'CASO-03' });
  const twice = await marta.post(`/calls/${call}/funds-exhausted`, exhausted());
  expect(twice.json).toMatchObject({ status: 409, code: 'AVV-11' });

  const after = await pageOf(marta);
  expect(after).toMatchObject({
    fundsExhausted: { act: 'Avviso del Dipartimento', on: '2024-06-09' },
    end: { end: '2024-09-20' },
    may: { refund: { actingBody } },
  });
  expect(after.history.at(-1)?.sentence).toMatch(/^Fondi dell’avviso esauriti dal 9 giugno 2024/);
  await comesAbout(async () => {
    const { phone } = (await marta.get('/today')).json;
    return phone.filter((each: { because: string }) => each.because === 'funds').length === 3;
  });
  const own = (await pageOf(giulia)).applications[0];
  expect(own?.overlays).toEqual(['Fondi esauriti']);
  expect(own?.sentence).toContain('I fondi dell’avviso risultano esauriti');
  await marta.post('/clock', { actingBody, to: { date: '2024-06-11', time: '08:05' } });
  const told = () => product.post.messages.filter((mail) => mail.text.includes('risultano esauriti'));
  await comesAbout(() =>
    told().some((mail) => mail.subject === "Rivello · SEND: fondi dell'avviso esauriti"),
  );
});

test('when there is money again the label goes, and who had heard of it hears that too', async () => {
  const asked = { actingBody, reason: 'Dotazione aumentata con il decreto n. 200/2024' };
  expect((await marta.post(`/calls/${call}/funds-again`, asked)).status).toBe(201);
  expect((await marta.post(`/calls/${call}/funds-again`, asked)).json.code).toBe('AVV-12');
  const page = await pageOf(marta);
  expect(page.fundsExhausted).toBeUndefined();
  expect(page.history.at(-1)).toMatchObject({
    sentence: 'I fondi dell’avviso non risultano più esauriti: i promemoria riprendono.',
    reason: 'Dotazione aumentata con il decreto n. 200/2024',
  });
  await comesAbout(async () => (await pageOf(giulia)).applications[0]?.overlays.length === 0);
  const told = () => product.post.messages.filter((mail) => mail.text.includes('non risultano più esauriti'));
  await marta.post('/clock', { actingBody, to: { date: '2024-06-12', time: '08:05' } });
  await comesAbout(() => told().length > 0);
});
