import { readdirSync, readFileSync } from 'node:fs';
import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

let product: RunningProduct;
let marta: Desk;
let giulia: Desk;
let antonio: Desk;
let application: string;
let call: string;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  giulia = await signIn(product.url, 'giulia@rivello.example', demoPassword);
  antonio = await signIn(product.url, 'antonio@rivello.example', demoPassword);
  const { json } = await marta.post('/calls', launch(['076068']));
  call = json.call.number;
  application = json.applications[0].number;
});

afterAll(() => product?.stop());

const union = () => Object.values(marta.bodies)[0] ?? '';
const rivello = () => giulia.bodies['Rivello'] ?? '';

function launch(comuni: string[], definition = { id: 'send-comuni-2024', version: 1 }) {
  return { actingBody: union(), definition, comuni };
}

const office = (request: object) =>
  marta.post(`/applications/${application}/facts`, { actingBody: union(), ...request });
const referent = (request: object) =>
  giulia.post(`/applications/${application}/facts`, { actingBody: rivello(), ...request });
const milestone = (name: string, more: object = {}) => ({
  type: 'milestone.recorded',
  body: { milestone: name, data: {}, ...more },
});
const upload = (requirement: string, content: string, headers = {}) =>
  giulia.upload(
    `/applications/${application}/documents?requirement=${requirement}&actingBody=${rivello()}`,
    content,
    headers,
  );

async function proof(): Promise<string> {
  return (await upload('proof', `ricevuta ${Math.random()}`)).json.document;
}

/** What is on record of the application and of the call: must be the same after a refusal. */
async function onRecord(): Promise<unknown> {
  const { json } = await marta.get(`/applications/${application}/facts`);
  const calls = await marta.get('/calls');
  return [json.facts.length, calls.json.calls];
}

const YEAR_0 = '0000-02-29T00:00:00.000Z_01900000-0000-7000-8000-000000000000';

const REFUSED: [string, () => Promise<Answer>, number, string][] = [
  [
    'an unknown call',
    () => marta.post('/calls', launch(['076068'], { id: 'nessuno', version: 1 })),
    404,
    'AVV-404',
  ],
  [
    'a comune that has a live application already',
    () => marta.post('/calls', launch(['076068'])),
    409,
    'AVV-04',
  ],
  ['one comune chosen twice', () => marta.post('/calls', launch(['076092', '076092'])), 409, 'AVV-04'],
  [
    'a confirmation of nothing',
    () => marta.post('/calls', { ...launch(['076092']), confirmed: ['pippo'] }),
    422,
    'AVV-07',
  ],
  ['an unknown comune', () => marta.post('/calls', launch(['999999'])), 422, 'AVV-05'],
  [
    'a call that is not there',
    () =>
      marta.post('/calls/ULL-2024-A99/amendments', {
        actingBody: union(),
        term: 'callEnd',
        kind: 'extension',
        act: 'x',
        actDate: '2024-05-08',
        knownOn: '2024-05-08',
        newEnd: '2024-12-06',
      }),
    404,
    'ACC-404',
  ],
  ['an unknown term', () => amend({ term: 'nessuno' }), 422, 'TERM-10'],
  ['an extension that ends earlier', () => amend({ newEnd: '2024-09-19' }), 422, 'TERM-07'],
  ['an extension to the end in force', () => amend({ newEnd: '2024-09-20' }), 422, 'TERM-14'],
  ['an extension to the end of time', () => amend({ newEnd: '9999-12-31' }), 422, 'TERM-13'],
  ['an act known in a year', () => amend({ knownOn: '2025-05-08' }), 422, 'TERM-11'],
  [
    'an act known before it was made',
    () => amend({ actDate: '2024-05-08', knownOn: '2024-05-07' }),
    422,
    'TERM-12',
  ],
  ['an extension without a date', () => amend({ newEnd: undefined }), 422, 'TERM-06'],
  ['an unknown step', () => office({ ...milestone('nessuno'), onBehalfOf: rivello() }), 422, 'FATTO-06'],
  [
    'a step without its outcome',
    () =>
      antonio.post(`/applications/${application}/facts`, {
        actingBody: rivello(),
        ...milestone('participation'),
      }),
    422,
    'FATTO-07',
  ],
  [
    'a fact in the future',
    () =>
      office({
        ...milestone('participation', { outcome: 'yes' }),
        legalDate: '2024-05-09',
        onBehalfOf: rivello(),
      }),
    422,
    'FATTO-01',
  ],
  [
    'a fact before its start',
    () =>
      office({
        ...milestone('participation', { outcome: 'yes' }),
        legalDate: '2024-05-06',
        onBehalfOf: rivello(),
      }),
    422,
    'FATTO-02',
  ],
  [
    'an hour that daylight saving skips',
    () =>
      office({
        ...milestone('participation', { outcome: 'yes' }),
        legalDate: '2024-03-31',
        legalTime: '02:30:00',
        onBehalfOf: rivello(),
      }),
    422,
    'TIME-02',
  ],
  [
    'a date that does not exist',
    () => office({ ...milestone('participation', { outcome: 'yes' }), legalDate: '2024-02-30' }),
    422,
    'API-03',
  ],
  [
    'a milestone without the proof of the official act',
    () => referent(milestone('cup', { data: { cup: 'J81F22003840006' } })),
    422,
    'PROVA-01',
  ],
  [
    'a CUP with letters O',
    async () => referent(milestone('cup', { data: { cup: 'J81F2200384OO06' }, proof: await proof() })),
    422,
    'CUP-03',
  ],
  [
    'a CUP with a digit for its first letter',
    async () => referent(milestone('cup', { data: { cup: '181F22003840006' }, proof: await proof() })),
    422,
    'CUP-04',
  ],
  [
    'a proof that is not there',
    () =>
      referent(
        milestone('cup', { data: { cup: 'J81F22003840006' }, proof: '01900000-0000-7000-8000-000000000000' }),
      ),
    422,
    'PROVA-02',
  ],
  [
    'a document wrapped in a form',
    () =>
      upload('proof', '--x\r\n\r\nricevuta\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
    422,
    'DOC-203',
  ],
  [
    'a fact that is no JSON',
    () => marta.upload('/calls', 'comune=076068', { 'content-type': 'text/plain' }),
    415,
    'API-415',
  ],
  ['an address that is none', () => marta.get('/applications/%zz'), 400, 'API-01'],
  ['an address without end', () => marta.get(`/applications/${'x'.repeat(500)}`), 414, 'API-414'],
  ['an hour that the clock does not have', () => clock('2024-05-09', '29:30'), 422, 'API-03'],
  ['a clock set to an hour that is skipped', () => clock('2025-03-30', '02:30'), 422, 'TIME-02'],
  ['a document for the wrong step', () => upload('cre', 'certificato'), 422, 'DOC-101'],
  ['a document that nobody asked for', () => upload('nessuno', 'testo'), 422, 'DOC-101'],
  ['an empty document', () => upload('proof', ''), 422, 'DOC-201'],
  ['a document over the limit', () => upload('proof', 'x'.repeat(50 * 1_048_576 + 1)), 422, 'DOC-202'],
  [
    'a review of a version that is not there',
    () =>
      office({
        type: 'document.reviewed',
        body: {
          requirement: 'participationAct',
          document: '01900000-0000-7000-8000-000000000000',
          verdict: 'accepted',
        },
      }),
    409,
    'DOC-102',
  ],
  [
    'an act for the wrong body',
    () =>
      giulia.post(`/applications/${application}/facts`, {
        actingBody: union(),
        ...milestone('participation', { outcome: 'yes' }),
      }),
    403,
    'ACC-05',
  ],
  [
    'an act on behalf of a body that takes no part',
    () => office({ ...milestone('participation', { outcome: 'yes' }), onBehalfOf: union() }),
    403,
    'ACC-05',
  ],
  [
    'an application of nobody',
    () => marta.get('/applications/01900000-0000-7000-8000-000000000000'),
    404,
    'ACC-404',
  ],
  [
    'a field that is not asked for',
    () =>
      office({
        ...milestone('participation', { outcome: 'yes', data: { altro: 'x' } }),
        onBehalfOf: rivello(),
      }),
    422,
    'FATTO-08',
  ],
  [
    'a type of fact that only the engine records',
    () => office({ type: 'term.lapsed', body: { term: 'callEnd', round: 1, end: '2024-09-20' } }),
    422,
    'API-03',
  ],
  [
    'JSON that is none',
    () => marta.upload('/calls', '{', { 'content-type': 'application/json' }),
    400,
    'API-01',
  ],
  [
    'JSON a hundred thousand levels deep',
    () =>
      marta.upload('/calls', '['.repeat(100_000) + ']'.repeat(100_000), {
        'content-type': 'application/json',
      }),
    400,
    'API-01',
  ],
  [
    'a page of messages after a day of the year 0',
    () => marta.get(`/messages?before=${YEAR_0}`),
    422,
    'API-03',
  ],
  [
    'a page of the history after a day of the year 0',
    () => marta.get(`/history?after=${YEAR_0}`),
    422,
    'API-03',
  ],
  [
    'a mandate from a day of the year 0',
    () =>
      marta.post(`/people/${giulia.person}/memberships`, {
        actingBody: union(),
        body: rivello(),
        role: 'accounts',
        from: '0000-01-01',
      }),
    422,
    'API-03',
  ],
  [
    'a second live application of the same comune',
    () =>
      marta.post(`/calls/${call}/applications`, {
        actingBody: union(),
        onBehalfOf: rivello(),
        comune: '076068',
      }),
    409,
    'AVV-04',
  ],
  [
    'a correction of a fact that is not there',
    () =>
      office({
        type: 'fact.voided',
        corrects: '01900000-0000-7000-8000-000000000000',
        body: { reason: 'errore' },
      }),
    422,
    'FATTO-03',
  ],
  [
    'a voiding of nothing',
    () => office({ type: 'fact.voided', body: { reason: 'errore' } }),
    422,
    'FATTO-09',
  ],
  [
    'a voiding of the opening',
    async () => {
      const { json } = await marta.get(`/applications/${application}/facts`);
      return office({ type: 'fact.voided', corrects: json.facts[0].id, body: { reason: 'errore' } });
    },
    422,
    'FATTO-09',
  ],
  [
    'an answer to a finding that is not there',
    () => office({ type: 'finding.resolved', body: { finding: 'CUP-06:X', reason: 'errore' } }),
    409,
    'FATTO-10',
  ],
  [
    'an amendment of a term that the call does not have',
    () =>
      office({
        type: 'term.amended',
        body: {
          term: 'nessuno',
          kind: 'extension',
          act: 'Decreto',
          actDate: '2024-05-08',
          knownOn: '2024-05-08',
          newEnd: '2024-12-06',
        },
      }),
    422,
    'TERM-10',
  ],
  [
    'text that cannot be kept',
    () => office({ type: 'application.closed', body: { reason: 'chiusa\u0000' } }),
    422,
    'API-05',
  ],
  [
    'half a character',
    () => office({ type: 'application.closed', body: { reason: '\ud800' } }),
    422,
    'API-05',
  ],
  ['an address that cannot be read', () => marta.get('/applications/%00'), 422, 'API-05'],
];

function clock(date: string, time: string): Promise<Answer> {
  return marta.post('/clock', { actingBody: union(), to: { date, time } });
}

function amend(more: object): Promise<Answer> {
  return marta.post(`/calls/${call}/amendments`, {
    actingBody: union(),
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto',
    actDate: '2024-05-08',
    knownOn: '2024-05-08',
    newEnd: '2024-12-06',
    ...more,
  });
}

test.each(REFUSED)('refuses %s and leaves everything as it was', async (_what, ask, status, code) => {
  const before = await onRecord();
  const { json, status: given, headers } = await ask();
  expect({ status: given, code: json.code }).toEqual({ status, code });
  expect(headers.get('content-type')).toContain('application/problem+json');
  expect(json.detail).toMatch(/^[A-ZÀ-Ù«].*[.)?]$/u);
  expect(await onRecord()).toEqual(before);
});

test('a call that is over is not launched', async () => {
  const over = JSON.parse(readFileSync('data/calls/send-comuni-2024.v1.json', 'utf8'));
  over.id = 'avviso-chiuso';
  over.opening = '2024-04-01';
  over.terms.find((term: { id: string }) => term.id === 'callEnd').rule.date = '2024-05-07';
  const kept = await marta.post('/definitions', { actingBody: union(), definition: over });
  expect(kept.status).toBe(201);
  const { status, json } = await marta.post('/calls', launch(['076092'], { id: over.id, version: 1 }));
  expect({ status, code: json.code }).toEqual({ status: 409, code: 'AVV-08' });
  expect(json.detail).toContain('martedì 7 maggio 2024, ore 23:59');
});

test('a refused file is not kept', async () => {
  const stored = () =>
    readdirSync(product.dataFolder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const before = stored().length;
  // With a key the file is read first: its repeat must get the first answer.
  expect((await upload('cre', 'da non tenere', { 'idempotency-key': 'fuori-passo' })).status).toBe(422);
  expect((await upload('cre', 'da non tenere', {})).status).toBe(422);
  expect(stored()).toHaveLength(before);
});

test('an answer never carries a stack or the database’s own words', async () => {
  const { json } = await marta.upload('/calls', '{', { 'content-type': 'application/json' });
  expect(JSON.stringify(json)).not.toMatch(/at .*\.(js|ts)|select|SyntaxError/);
});

test('says of each field what is wrong in Italian', async () => {
  const { json } = await office({ type: 'outside.checked', body: { stage: 7 } });
  expect(json.fields).toEqual([{ path: 'body.stage', message: 'Non va bene in questa forma: controllalo.' }]);
});

test('a launch sent eight times at once with one key is launched once', async () => {
  const key = { 'idempotency-key': 'avvio-di-nemoli' };
  const before = (await marta.get('/calls')).json.calls.length;
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => marta.post('/calls', launch(['076054']), key)),
  );
  expect(answers.map((each) => each.status)).toEqual(Array.from({ length: 8 }, () => 201));
  expect(new Set(answers.map((each) => each.json.call.number)).size).toBe(1);
  expect((await marta.get('/calls')).json.calls).toHaveLength(before + 1);
});

test('an application closed by mistake is opened again by voiding its closing', async () => {
  const nemoli = (await marta.get('/applications')).json.applications.find(
    (each: { applicant: { name: string } }) => each.applicant.name === 'Nemoli',
  );
  const facts = `/applications/${nemoli.number}/facts`;
  const act = (request: object) => marta.post(facts, { actingBody: union(), ...request });
  const closed = await act({ type: 'application.closed', body: { reason: 'prova' } });
  expect((await act({ type: 'outside.checked', body: { stage: 'decision' } })).json.code).toBe('CASO-01');
  const { json } = await marta.get(`/applications/${nemoli.number}`);
  expect(json.sentence).toBe('Chiusa: prova.');
  const voided = { type: 'fact.voided', corrects: closed.json.facts[0].id, body: { reason: 'per errore' } };
  expect((await act(voided)).status).toBe(201);
  expect((await marta.get(`/applications/${nemoli.number}`)).json).toMatchObject({ ended: false });
});

test('one key with the same file for another application is refused, not confirmed', async () => {
  const key = { 'idempotency-key': 'una-delibera-sola' };
  expect((await upload('proof', 'la stessa delibera', key)).status).toBe(201);
  const again = await giulia.upload(
    `/applications/${application}/documents?requirement=serviceList&actingBody=${rivello()}`,
    'la stessa delibera',
    key,
  );
  expect({ status: again.status, code: again.json.code }).toEqual({ status: 409, code: 'API-02' });
});

test('two people who review one document at once: the second is told', async () => {
  const participation = { actingBody: rivello(), ...milestone('participation', { outcome: 'yes' }) };
  expect((await antonio.post(`/applications/${application}/facts`, participation)).status).toBe(201);
  const { json } = await upload('participationAct', 'delibera');
  const review = {
    type: 'document.reviewed',
    body: { requirement: 'participationAct', document: json.document, verdict: 'accepted' },
  };
  const both = await Promise.all([office(review), office(review)]);
  expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
});

test('a step taken already is not taken again, and a paper goes back only with its reason', async () => {
  const again = await antonio.post(`/applications/${application}/facts`, {
    actingBody: rivello(),
    ...milestone('participation', { outcome: 'no' }),
  });
  expect({ status: again.status, code: again.json.code }).toEqual({ status: 409, code: 'FATTO-11' });
  const { json } = await upload('serviceList', 'elenco da correggere');
  const body = { requirement: 'serviceList', document: json.document, verdict: 'returned' };
  const returned = await office({ type: 'document.reviewed', body });
  expect({ status: returned.status, code: returned.json.code }).toEqual({ status: 422, code: 'DOC-104' });
});

test('the same filing sent twice with one key is filed once', async () => {
  const key = { 'idempotency-key': 'elenco-servizi-1' };
  const first = await upload('serviceList', 'elenco', key);
  const again = await upload('serviceList', 'elenco', key);
  expect(first.status).toBe(201);
  expect(again.json).toEqual(first.json);
});
