import type { ApplicationPage } from '#contracts/application-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** The office proves that Rivello has sent its application, while nothing of it was filed here (issue 11 A). */
let product: RunningProduct;
let marta: Desk;
let mayor: Desk;

const SLUG = 'rivello-send-2024';
const page = async (desk: Desk): Promise<ApplicationPage> => (await desk.get(`/applications/${SLUG}`)).json;

beforeAll(async () => {
  // A Tuesday.
  product = await runProduct({ date: '2024-06-04', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  mayor = await signIn(product.url, 'antonio@rivello.example', demoPassword);
  const acting = { actingBody: Object.values(marta.bodies)[0] ?? '' };
  const { json } = await marta.post('/calls', {
    ...acting,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  const behalf = { ...acting, onBehalfOf: json.applications[0].applicant as string };
  const query = new URLSearchParams({ requirement: 'proof', ...behalf });
  const proof = await marta.upload(`/applications/${SLUG}/documents?${query.toString()}`, 'ricevuta');
  await marta.post(`/applications/${SLUG}/facts`, {
    ...behalf,
    type: 'milestone.recorded',
    body: { milestone: 'submission', proof: proof.json.document, data: {} },
  });
});

afterAll(() => product?.stop());

test('the page goes on and says what is still missing here; the call’s end is met', async () => {
  const read = await page(mayor);
  expect(read).toMatchObject({ label: 'Inviata, in attesa', party: 'funder' });
  expect(read.sentence).toContain('Manca ancora qui: la decisione di partecipare; ');
  expect(read.terms.find((each) => each.id === 'callEnd')).toMatchObject({ status: 'met' });
  // Nobody has said yes, and the page does not say so.
  expect(read.steps.slice(0, 3).map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 3 }, () => 'Superato dall’atto ufficiale'),
  );
  const answer = read.may.milestones.find(({ milestone }) => milestone === 'participation');
  expect(answer?.outcomes.find(({ code }) => code === 'no')?.consequence).toContain(
    'non cambia né il percorso',
  );
  const owed = read.requirements.filter((each) => each.owed);
  expect(owed.map(({ id, current, status }) => [id, current, status])).toEqual([
    ['signedApplication', true, 'missing'],
    ['participationAct', true, 'missing'],
    ['serviceList', true, 'missing'],
    ['participation', true, 'missing'],
  ]);
});

test('the receipt of the sending tells who gets it what that person still owes', async () => {
  const receipt = await product.post.waitFor(
    ({ to, parsed }) =>
      to.includes('giulia@rivello.example') && /è registrato con la sua prova/.test(parsed.text ?? ''),
    30_000,
  );
  expect(receipt.parsed.text).toContain('Manca ancora qui: ');
  expect(receipt.parsed.text).not.toContain('non devi fare altro');
  expect(receipt.parsed.text).toContain('rischia l’esclusione');
});

test('secretary and head of office hear at once that without the deed the sending may be excluded', async () => {
  for (const to of ['silvia@segretari.example', 'rocco@unione.example']) {
    const mail = await product.post.waitFor(
      (each) => each.to.includes(to) && /rischia l’esclusione/.test(each.parsed.subject ?? ''),
      30_000,
    );
    expect(mail.parsed.text).toContain(
      "serve l'atto di partecipazione (delibera o determina) con data non successiva al 4 giugno 2024",
    );
  }
  const { atRisk, now } = (await marta.get('/today')).json;
  expect(atRisk).toMatchObject({ cents: 2_314_700, applications: [expect.stringMatching(/^ULL-2024-/)] });
  expect(now).toMatchObject([
    {
      slug: SLUG,
      sign: 'atRisk',
      attention: "Rischia l’esclusione: serve l'atto di partecipazione (delibera o determina)",
      upTo: 'segretario, referente',
    },
  ]);
});

test('what is owed is a task of its own people, without a term', async () => {
  const { tasks } = (await mayor.get('/tasks')).json;
  const own = tasks.filter((each: { slug?: string }) => JSON.stringify(each).includes(SLUG));
  expect(JSON.stringify(own)).toContain('signedApplication');
  expect(own).toContainEqual(
    expect.objectContaining({
      workBy: null,
      sign: 'onTime',
      sentence: expect.stringContaining('Manca ancora qui'),
    }),
  );
  const { applications } = (await marta.get('/applications')).json;
  expect(applications[0].missing).toContain('la decisione di partecipare');
});

test('whoever owes it is told on Monday, and once it is filed there is nothing to tell', async () => {
  const giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  const actingBody = giulia.bodies['Rivello'] ?? '';
  for (const requirement of ['participationAct', 'serviceList']) {
    const query = new URLSearchParams({ requirement, actingBody });
    const filed = await giulia.upload(`/applications/${SLUG}/documents?${query.toString()}`, requirement);
    expect(filed.status).toBe(201);
  }
  expect((await page(giulia)).sentence).toContain('Ancora da controllare: ');
  // The office accepts the deed by the date that it bears.
  const deed = (await page(marta)).may.review.find((each) => each.requirement === 'participationAct');
  const looked = (more: object) =>
    marta.post(`/applications/${SLUG}/facts`, {
      ...deed?.acting,
      type: 'document.reviewed',
      body: { requirement: deed?.requirement, document: deed?.document, verdict: 'accepted', ...more },
    });
  expect((await looked({})).json).toMatchObject({ code: 'DOC-105' });
  expect((await looked({ dated: '2024-06-05' })).json).toMatchObject({ code: 'DOC-105' });
  expect((await looked({ dated: '2024-06-03' })).status).toBe(201);
  expect((await page(giulia)).sentence).not.toContain('esclusione');
  // Decided at seven: what is decided after the mayor's hour would be gathered for two minutes first.
  await product.setClock('2024-06-10', '07:00');
  const owedMails = () => product.source.query(`select 1 from message where kind = 'stillOwed'`);
  expect(await eventually(async () => (await owedMails()).length > 0)).toBe(true);
  await product.setClock('2024-06-10', '13:01');
  const mail = await product.post.waitFor(
    ({ to, parsed }) =>
      to.includes('antonio@rivello.example') && /manca(?:no)? ancora/.test(parsed.subject ?? ''),
    30_000,
  );
  expect(mail.parsed.text).toContain('l’atto ufficiale è in atti');
  expect(mail.parsed.text).not.toContain('servizi');
  const told = product.post.messages.filter(
    ({ to, parsed }) =>
      to.includes('giulia@rivello.example') && /manca(?:no)? ancora/i.test(parsed.subject ?? ''),
  );
  expect(told).toEqual([]);
});
