import type { ApplicationPage } from '#contracts/application-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** The decree of Rivello is typed with an amount that nobody granted (docs/adr/0021). */
let product: RunningProduct;
let marta: Desk;
let behalf: { actingBody: string; onBehalfOf: string };

const SLUG = 'rivello-send-2024';
const page = async (): Promise<ApplicationPage> => (await marta.get(`/applications/${SLUG}`)).json;
const post = (body: object) => marta.post(`/applications/${SLUG}/facts`, body);

beforeAll(async () => {
  product = await runProduct({ date: '2024-06-04', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  const actingBody = Object.values(marta.bodies)[0] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  behalf = { actingBody, onBehalfOf: json.applications[0].applicant as string };
  const query = new URLSearchParams({ requirement: 'proof', ...behalf });
  const proof = (await marta.upload(`/applications/${SLUG}/documents?${query.toString()}`, 'ricevuta')).json
    .document;
  for (const [milestone, data, outcome] of [
    ['submission', {}],
    ['admission', {}, 'admitted'],
    ['cup', { cup: 'J81F22003840006' }],
    ['decree', { decreeNumber: '127', decreedCents: 999_999_999 }],
  ] as const) {
    const body = { milestone, proof, data, ...(outcome === undefined ? {} : { outcome }) };
    await post({ ...behalf, type: 'milestone.recorded', body });
  }
});

afterAll(() => product?.stop());

test('the page says what is to be cleared up, the decree does not count, and the office has it on Oggi', async () => {
  const read = await page();
  expect(read.findings).toMatchObject([{ code: 'DENARO-01', holds: true }]);
  expect(read.guides).toContain('da-chiarire');
  expect(read).toMatchObject({
    stage: 'decree',
    party: 'union',
    amountWord: 'requested',
    amountCents: 2_314_700,
  });
  expect(read.sentence).toContain('Da chiarire: l’importo concesso non è quello stimato.');
  expect(read.requirements.find(({ id }) => id === 'decree')?.status).toBe('inReview');
  const today = (await marta.get('/today')).json;
  expect(today.now.map(({ slug }: { slug: string }) => slug)).toContain(SLUG);
  expect(today.atRisk).toMatchObject({ cents: 2_314_700 });
});

test('a correction clears it up, and the case goes on with what was granted', async () => {
  const { facts } = (await marta.get(`/applications/${SLUG}/facts`)).json;
  const decree = facts.findLast((each: { type: string }) => each.type === 'milestone.recorded');
  expect(facts.at(-1)).toMatchObject({ type: 'finding.raised' });
  const { milestone, proof } = decree.body;
  const right = { milestone, proof, data: { decreeNumber: '127', decreedCents: 2_314_700 } };
  const fact = {
    actingBody: behalf.actingBody,
    type: 'milestone.recorded',
    corrects: decree.id,
    body: right,
  };
  expect((await post({ ...fact, detail: { reason: 'importo sbagliato' } })).status).toBe(201);
  expect(await page()).toMatchObject({
    findings: [],
    stage: 'contract',
    amountWord: 'decreed',
    amountCents: 2_314_700,
  });
});
