import type { ApplicationPage } from '#contracts/application-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** SEND ends, and of three comuni none has ever answered (docs/adr/0020). */
let product: RunningProduct;
let marta: Desk;
let mayor: Desk;
let office: { actingBody: string; onBehalfOf: string };

const SLUG = 'rivello-send-2024';
const page = async (desk: Desk): Promise<ApplicationPage> => (await desk.get(`/applications/${SLUG}`)).json;
const recorded = (desk: Desk, body: object) => desk.post(`/applications/${SLUG}/facts`, body);

beforeAll(async () => {
  product = await runProduct({ date: '2024-09-19', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  mayor = await signIn(product.url, 'antonio@rivello.example', demoPassword);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068', '076054', '076092'],
  });
  office = { actingBody, onBehalfOf: mayor.bodies['Rivello'] ?? '' };
  await product.setClock('2024-09-21', '00:05');
});

afterAll(() => product?.stop());

test('all three are closed with the reason, and the office has one mail for them', async () => {
  await eventually(async () => (await page(marta)).ended);
  expect(await page(marta)).toMatchObject({
    sentence: 'Chiusa: nessuna risposta entro la fine dell’avviso, venerdì 20 settembre 2024.',
    party: 'none',
    sign: 'closed',
    missing: [],
  });
  const today = (await marta.get('/today')).json;
  expect(today).toMatchObject({ phone: [] });
  expect(JSON.stringify(today)).not.toContain(SLUG);
  // The end was Friday: Monday's digest.
  await product.setClock('2024-09-23', '07:46');
  const mail = await product.post.waitFor(
    ({ to, parsed }) =>
      to.includes('marta@unione.example') && /chiuse senza risposta/.test(parsed.text ?? ''),
    30_000,
  );
  expect(mail.parsed.text).toContain('avviso finito, chiuse senza risposta 3 candidature: ');
  const closing = product.post.messages.filter(({ parsed }) => /senza risposta/.test(parsed.text ?? ''));
  expect(new Set(closing.map(({ to }) => to.join()))).toEqual(new Set(['marta@unione.example']));
});

test('the mayor’s yes comes too late, and the page offers that it was sent alone', async () => {
  const actingBody = office.onBehalfOf;
  const yes = { type: 'milestone.recorded', body: { milestone: 'participation', outcome: 'yes', data: {} } };
  const refused = await recorded(mayor, { actingBody, ...yes });
  expect(refused).toMatchObject({ status: 409, json: { code: 'CASO-04' } });
  const { may } = await page(marta);
  expect(may.milestones.map(({ milestone, proof }) => [milestone, proof])).toEqual([['submission', false]]);
  expect([may.file, may.approve, may.review]).toEqual([[], [], []]);
});

test('that it was sent in time is declared first and waits, then proven, and the case goes on', async () => {
  const sent = (legalDate: string, proof?: string) => ({
    ...office,
    type: 'milestone.recorded',
    channel: 'phone',
    legalDate,
    body: { milestone: 'submission', data: {}, ...(proof === undefined ? {} : { proof }) },
  });
  expect((await recorded(marta, sent('2024-09-21'))).json.code).toBe('CASO-05');
  expect((await recorded(marta, sent('2024-09-19'))).status).toBe(201);
  expect(await page(marta)).toMatchObject({ ended: true });
  expect((await page(marta)).sentence).toContain('L’invio è dichiarato il 19 settembre 2024');
  const query = new URLSearchParams({ requirement: 'proof', ...office });
  const proof = await marta.upload(`/applications/${SLUG}/documents?${query.toString()}`, 'ricevuta');
  expect((await recorded(marta, sent('2024-09-19', proof.json.document))).status).toBe(201);
  expect(await page(marta)).toMatchObject({ ended: false, label: 'Inviata, in attesa', party: 'funder' });
});
