import type { ApplicationPage } from '#contracts/application-page.js';
import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** The page of an application of Rivello, as the office and the comune read it. */
let product: RunningProduct;
let marta: Desk;
let giulia: Desk;
let mayor: Desk;
let number: string;
let union: string;
let rivello: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  mayor = await signIn(product.url, 'antonio@rivello.example', demoPassword);
  union = Object.values(marta.bodies)[0] ?? '';
  rivello = giulia.bodies['Rivello'] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  number = json.applications[0].number;
});

afterAll(() => product?.stop());

const pageOf = async (desk: Desk): Promise<ApplicationPage> =>
  (await desk.get(`/applications/${number}`)).json;
const act = (desk: Desk, request: object) => desk.post(`/applications/${number}/facts`, request);

test('the page says who must act, what comes, and what the reader may do: from invitation to signature', async () => {
  const first = await pageOf(mayor);
  expect(first).toMatchObject({
    label: 'Da decidere',
    upTo: 'Sindaco/Giunta',
    state: 'Il Comune deve dire se partecipa.',
    amountCents: 2_314_700,
    amountWord: 'estimated',
    seq: 1,
    after: [{ label: 'In preparazione' }, { label: 'Da firmare' }],
  });
  expect(first.sentence).toMatch(/^Aspetta la decisione di partecipare da Rivello da mercoledì 8 maggio/);
  expect(first.steps[0]).toMatchObject({ stage: 'decision', standing: 'now' });
  expect(first.steps.at(-1)).toMatchObject({ stage: 'concluded', standing: 'next' });
  expect(first.terms.find((each) => each.id === 'callEnd')).toMatchObject({
    end: '2024-09-20',
    cutOff: '23:59',
    workBy: '2024-09-20',
    was: [],
  });
  const yes = first.may.milestones.find((each) => each.milestone === 'participation');
  expect(yes).toMatchObject({ asked: true, ends: true, acting: { actingBody: rivello } });
  expect(yes?.outcomes.find((each) => each.code === 'no')?.consequence).toMatch(/23\.147 euro/);
  // The referent neither answers nor corrects; the office does both, on behalf.
  const referent = (await pageOf(giulia)).may;
  expect(referent.milestones.some((each) => each.milestone === 'participation')).toBe(false);
  expect(referent.correct).toBeUndefined();
  const office = (await pageOf(marta)).may;
  expect(office.milestones.find((each) => each.milestone === 'participation')?.acting).toEqual({
    actingBody: union,
    onBehalfOf: rivello,
  });
  expect(office.correct).toEqual({ actingBody: union });

  const answer = await act(mayor, {
    ...yes?.acting,
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'yes' },
  });
  expect(answer.status).toBe(201);
  const query = new URLSearchParams({ requirement: 'participationAct', actingBody: rivello });
  const filed = await giulia.upload(`/applications/${number}/documents?${query.toString()}`, 'delibera');
  expect(filed.status).toBe(201);
  const [review] = (await pageOf(marta)).may.review;
  expect(review).toMatchObject({ requirement: 'participationAct', document: filed.json.document });
  const returned = await act(marta, {
    ...review?.acting,
    type: 'document.reviewed',
    body: {
      requirement: review?.requirement,
      document: review?.document,
      verdict: 'returned',
      reason: 'manca la data',
    },
  });
  expect(returned.status).toBe(201);
  const page = await pageOf(giulia);
  const paper = page.requirements.find((each) => each.id === 'participationAct');
  expect(paper).toMatchObject({ status: 'returned', current: true, of: 'In preparazione' });
  expect(paper?.versions[0]).toMatchObject({
    verdict: 'returned',
    reason: 'manca la data',
    by: 'Giulia Riviello',
    channel: 'su Capofila',
  });
  expect(page.may.file.map((each) => each.requirement)).toContain('participationAct');
  // The day that the e-mails ask the papers by: ten working days before the call's end, a Friday.
  expect([first.papersBy, page.papersBy]).toEqual([undefined, '2024-09-06']);
  expect(page.steps[0]).toMatchObject({ standing: 'done', outcome: 'Partecipiamo' });
  // Whom the comune sees: its own people and the office.
  expect(page.people.map((each) => each.name)).toEqual(expect.arrayContaining(['Giulia Riviello']));
  expect(JSON.stringify(page)).not.toMatch(/undefined|NaN/);
});

test('an answer that leaves it open stands in the conversation, a number with the fact it stands in', async () => {
  const { json } = await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076054'],
  });
  number = json.applications[0].number;
  const applicant = json.applications[0].applicant;
  const acting = { actingBody: union, onBehalfOf: applicant, channel: 'phone' };
  await act(marta, {
    ...acting,
    type: 'milestone.recorded',
    body: { milestone: 'participation', outcome: 'talk' },
  });
  const page = await pageOf(marta);
  expect(page.conversation).toMatchObject([
    { kind: 'talk', sentence: 'Risposta: «Parliamone».', channel: 'per telefono' },
  ]);
});

test('what the office notes for itself is neither in the conversation nor in the history of others', async () => {
  const nadia = await signIn(product.url, 'nadia@nemoli.example', demoPassword);
  const note = (officeOnly: boolean, text: string) =>
    act(marta, {
      actingBody: union,
      type: 'talk.logged',
      body: { kind: 'note', officeOnly },
      detail: { text },
    });
  expect((await note(true, 'richiamare dopo le ferie')).status).toBe(201);
  expect((await note(false, 'ci sentiamo lunedì')).status).toBe(201);
  const read = async (desk: Desk) => {
    const facts = (await desk.get(`/applications/${number}/facts`)).json.facts as { type: string }[];
    const talk = (await pageOf(desk)).conversation.flatMap((each) => each.text ?? []);
    return [facts.filter((each) => each.type === 'talk.logged').length, talk];
  };
  expect(await read(marta)).toEqual([2, ['ci sentiamo lunedì', 'richiamare dopo le ferie']]);
  expect(await read(nadia)).toEqual([1, ['ci sentiamo lunedì']]);
  expect((await pageOf(marta)).may.note).toEqual({ actingBody: union });
});
