import type { CasePreview, WhatIf } from '#contracts/preview.js';
import type { History } from '#contracts/history.js';
import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** Rivello, admitted by a PEC of Wednesday 24 July that was read as one of the 23rd: what a correction would change. */
let product: RunningProduct;
let marta: Desk;
let giulia: Desk;
let number: string;
let union: string;
let rivello: string;
let admission: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-07-24', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  union = Object.values(marta.bodies)[0] ?? '';
  rivello = giulia.bodies['Rivello'] ?? '';
  const { json } = await marta.post('/calls', {
    actingBody: union,
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  number = json.applications[0].number;
  const behalf = { actingBody: union, onBehalfOf: rivello };
  await fact({ ...behalf, type: 'milestone.recorded', body: { milestone: 'participation', outcome: 'yes' } });
  for (const requirement of ['participationAct', 'serviceList', 'signedApplication']) {
    const document = await upload(requirement);
    const body = { requirement, document, verdict: 'accepted' };
    await fact({ actingBody: union, type: 'document.reviewed', body });
  }
  const proof = await upload('proof');
  await fact({ ...behalf, type: 'milestone.recorded', body: { milestone: 'submission', proof, data: {} } });
  const body = { milestone: 'admission', outcome: 'admitted', proof, data: {} };
  const registered = await fact({
    actingBody: union,
    type: 'milestone.recorded',
    channel: 'pec',
    legalDate: '2024-07-24',
    legalTime: '09:02:00',
    body,
  });
  admission = registered.json.facts[0].id;
});

afterAll(() => product?.stop());

async function fact(request: object): Promise<Answer> {
  const answer = await marta.post(`/applications/${number}/facts`, request);
  expect([answer.status, answer.json]).toMatchObject([201, {}]);
  return answer;
}

async function upload(requirement: string): Promise<string> {
  const query = new URLSearchParams({ requirement, actingBody: union, onBehalfOf: rivello });
  return (await marta.upload(`/applications/${number}/documents?${query.toString()}`, requirement)).json
    .document;
}

const history = async (): Promise<History> => (await marta.get(`/applications/${number}/facts`)).json;

test('the history tells each fact in a sentence: who, for whom, how and how surely', async () => {
  const { facts, callFacts } = await history();
  const sentences = facts.map(({ sentence, who, forWhom, certaintyInWords }) =>
    [sentence, who, forWhom, certaintyInWords].join(' | '),
  );
  expect(sentences).toEqual(
    expect.arrayContaining([
      'Risposta del Comune: «Partecipiamo». | Marta Donadio | Rivello | visto da Capofila',
      "Registrato: esito dell'ammissibilità (PEC) («Ammessa»). | Marta Donadio |  | provato da PEC",
    ]),
  );
  expect(facts.find((each) => each.type === 'document.filed')?.document?.fileName).toBeDefined();
  expect(callFacts.map((each) => each.sentence)).toEqual(['Avviso avviato.']);
});

test('a correction says before what it changes, and records nothing', async () => {
  const before = await history();
  const correction = {
    actingBody: union,
    type: 'milestone.recorded',
    channel: 'pec',
    legalDate: '2024-07-23',
    legalTime: '11:02:00',
    corrects: admission,
    body: { milestone: 'admission', outcome: 'admitted', data: {} },
  };
  const asked = await marta.post(`/applications/${number}/corrections/preview`, correction);
  expect(asked.status).toBe(200);
  const preview = asked.json as CasePreview;
  expect(preview.stage).toEqual({ before: 'CUP da inserire', after: 'CUP da inserire' });
  expect(preview.terms).toEqual([
    {
      id: 'cupEntry',
      round: 1,
      label: 'inserimento del CUP',
      official: true,
      old: { end: '2024-07-29', cutOff: '23:59', workBy: '2024-07-29' },
      new: { end: '2024-07-29', cutOff: '23:59', workBy: '2024-07-26', closed: [] },
    },
  ]);
  expect(JSON.stringify(preview.messages)).toContain('Promemoria');
  expect((await history()).facts).toEqual(before.facts);
  // The referent may not correct, and is told so before.
  const refused = await giulia.post(`/applications/${number}/corrections/preview`, {
    ...correction,
    actingBody: rivello,
  });
  expect(refused.json.code).toBe('ACC-06');
});

test('voiding the PEC says that the case goes back, and that the term is gone', async () => {
  const { json } = await marta.post(`/applications/${number}/corrections/preview`, {
    actingBody: union,
    type: 'fact.voided',
    corrects: admission,
    body: { reason: 'era di un altro Comune' },
  });
  expect(json).toMatchObject({
    stage: { before: 'CUP da inserire', after: 'Inviata, in attesa' },
    terms: [{ id: 'cupEntry', old: { end: '2024-07-29' } }],
  });
  expect(json.terms[0].new).toBeUndefined();
});

test('another outcome is a correction too: the preview says what ends and who is told, and it can be put right again', async () => {
  const said = (outcome: string, corrects: string) => ({
    actingBody: union,
    type: 'milestone.recorded',
    channel: 'pec',
    legalDate: '2024-07-24',
    legalTime: '09:02:00',
    corrects,
    detail: { reason: 'Letta male la PEC.' },
    body: { milestone: 'admission', outcome, data: {} },
  });
  const { facts } = await history();
  expect(facts.find((each) => each.id === admission)?.asks).toMatchObject({
    outcomes: [
      { code: 'admitted', label: 'Ammessa' },
      { code: 'notAdmitted', label: 'Non ammessa' },
    ],
    fields: [{ name: 'notAdmittedBecause', required: false }],
  });
  const { json } = await marta.post(
    `/applications/${number}/corrections/preview`,
    said('notAdmitted', admission),
  );
  expect(json).toMatchObject({
    stage: { before: 'CUP da inserire', after: 'Non ammessa' },
    terms: expect.arrayContaining([expect.objectContaining({ id: 'cupEntry' })]),
  });
  expect(json.terms.find((each: { id: string }) => each.id === 'cupEntry').new).toBeUndefined();
  // The office hears of a negative outcome at once; reminders of the CUP do not go.
  expect(JSON.stringify(json.messages.planned)).toContain('Notizia a Marta Donadio');
  expect(json.messages.cancelled.length).toBeGreaterThan(0);
  expect((await history()).facts).toEqual(facts);

  const wrong = await fact(said('notAdmitted', admission));
  expect((await marta.get(`/applications/${number}`)).json.stage).toBe('notAdmitted');
  const right = await fact(said('admitted', wrong.json.facts[0].id));
  admission = right.json.facts[0].id;
  expect((await marta.get(`/applications/${number}`)).json.stage).toBe('cup');
  const unknown = await marta.post(`/applications/${number}/corrections/preview`, said('perhaps', admission));
  expect(unknown.json.code).toBe('FATTO-07');
});

test('what if the term is extended and the CUP comes late: the future moves, the present does not', async () => {
  const before = await history();
  const start = performance.now();
  const asked = await marta.post(`/applications/${number}/what-if`, {
    amendments: [{ term: 'cupEntry', kind: 'extension', newEnd: '2024-08-09' }],
    milestones: [{ milestone: 'cup', on: '2024-08-05' }],
  });
  const ms = performance.now() - start;
  expect(asked.status).toBe(200);
  const told = asked.json as WhatIf;
  expect(told.changes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'fact',
        from: expect.objectContaining({ on: '2024-07-29' }),
        to: { on: '2024-08-05', at: '10:00' },
        sentence: 'Registrato: inserimento del CUP sulla piattaforma.',
      }),
    ]),
  );
  expect(told.changes.find((each) => each.kind === 'end')).toMatchObject({ to: { on: '2024-08-09' } });
  expect(told.after.map((each) => each.sentence)).toContain('Comincia «Attende il decreto».');
  expect((await history()).facts).toEqual(before.facts);
  // Generous, for a machine that does something else at the same time; alone it takes a fraction.
  expect(ms).toBeLessThan(5_000);
});

test.each([
  [
    'a term that is none',
    { amendments: [{ term: 'x', kind: 'extension', newEnd: '2024-08-09' }] },
    'TERM-10',
  ],
  [
    'an end that is earlier',
    { amendments: [{ term: 'cupEntry', kind: 'extension', newEnd: '2024-07-25' }] },
    'TERM-07',
  ],
  ['a step that is none', { milestones: [{ milestone: 'x', on: '2024-08-05' }] }, 'FATTO-06'],
  ['a day too far', { until: '2026-08-05' }, 'SIM-01'],
])('what if refuses %s', async (_what, request, code) => {
  const { json } = await marta.post(`/applications/${number}/what-if`, request);
  expect(json.code).toBe(code);
});
