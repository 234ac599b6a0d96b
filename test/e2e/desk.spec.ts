import { type Desk, signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** Lists, tasks, the weekly round and the search over HTTP, for the call of May 2024 in three comuni. */
let product: RunningProduct;
let marta: Desk;
let referent: Desk;
let mayor: Desk;
let foreign: Desk;
const ACTING = () => ({ actingBody: Object.values(marta.bodies)[0] ?? '' });
const LAURIA = () => ({ actingBody: referent.bodies['Lauria'] ?? '' });

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  marta = await signIn(product.url, 'marta@unione.example', demoPassword);
  referent = await signIn(product.url, 'gerardo@lauria.example', demoPassword);
  mayor = await signIn(product.url, 'sindaco@lauria.example', demoPassword);
  foreign = await signIn(product.url, 'paolo@trecchina.example', demoPassword);
  await marta.post('/calls', {
    ...ACTING(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076042', '076092', '076068'],
  });
});

afterAll(() => product?.stop());

const fact = (desk: Desk, body: object) => desk.post('/applications/lauria-send-2024/facts', body);

test('a mayor finds the question to answer, and beside it the answer that he asks to be called', async () => {
  const { json } = await mayor.get('/tasks');
  expect(json.tasks).toMatchObject([
    {
      application: { slug: 'lauria-send-2024' },
      kind: 'milestone',
      requirement: 'participation',
      term: 'answer',
      status: 'missing',
      actingBody: mayor.bodies['Lauria'],
      sentence: 'Il Comune deve dire se partecipa.',
    },
  ]);
  const asked = await fact(mayor, {
    ...LAURIA(),
    type: 'reminder.answered',
    body: { answer: 'cannot', term: 'answer', round: 1 },
  });
  expect(asked.status).toBe(201);
  expect((await mayor.get('/tasks')).json.tasks[0].answered).toBe('cannot');
  expect((await marta.get('/today')).json.phone).toMatchObject([
    { because: 'cannot', applicant: 'Lauria', person: { id: mayor.person } },
  ]);
  expect((await mayor.get('/tasks')).json.doneToday).toHaveLength(1);
});

test('whose it is must be somebody whom the person sees', async () => {
  const says = (suggests: string) =>
    fact(mayor, {
      ...LAURIA(),
      type: 'reminder.answered',
      body: { answer: 'notMine', requirement: 'participation', suggests },
    });
  expect((await says(foreign.person)).json.code).toBe('PERS-02');
  expect((await says(referent.person)).status).toBe(201);
  const { phone } = (await marta.get('/today')).json;
  expect(phone.map((each: { because: string }) => each.because)).toContain('notMine');
});

test('an answer without a thing that it is about is refused, and so is a call without an outcome', async () => {
  const bare = await fact(mayor, { ...LAURIA(), type: 'reminder.answered', body: { answer: 'done' } });
  expect(bare.status).toBe(422);
  const call = await fact(marta, {
    ...ACTING(),
    type: 'talk.logged',
    body: { kind: 'phone', officeOnly: false },
    detail: { text: 'chiamata' },
  });
  expect(call.json.code).toBe('TALK-01');
  const silent = await fact(marta, {
    ...ACTING(),
    type: 'talk.logged',
    body: { kind: 'note', officeOnly: false },
  });
  expect(silent.status).toBe(422);
});

test('a comune writes a note for both, not a call and not a note of the office', async () => {
  const write = (body: object) =>
    fact(referent, { ...LAURIA(), type: 'talk.logged', body, detail: { text: 'prova' } });
  expect((await write({ kind: 'note', officeOnly: false })).status).toBe(201);
  expect((await write({ kind: 'note', officeOnly: true })).json.code).toBe('RUOLO-03');
  expect((await write({ kind: 'phone', officeOnly: false, outcome: 'reached' })).json.code).toBe('RUOLO-03');
});

test('what is asked of others is no task, and is told as waiting', async () => {
  const { json } = await referent.get('/tasks');
  expect(json.tasks).toEqual([]);
  expect(json.waiting).toMatchObject([{ slug: 'lauria-send-2024', label: 'Da decidere' }]);
});

test('the union’s people have no tasks of the comuni, and wait for nothing', async () => {
  expect((await marta.get('/tasks')).json).toMatchObject({ tasks: [], waiting: [] });
});

test('a round ticks each by itself, what does not wait is said, and again changes nothing', async () => {
  const answer = await marta.post('/round', {
    ...ACTING(),
    applications: ['lauria-send-2024', 'nowhere', 'lauria-send-2024'],
  });
  expect(answer.status).toBe(200);
  expect(answer.json.results).toMatchObject([
    { application: 'lauria-send-2024', result: 'refused', code: 'GIRO-01' },
    { application: 'nowhere', result: 'refused', code: 'ACC-404' },
  ]);
});

test('deadlines come by the day to work by, each with its official end', async () => {
  const { json } = await foreign.get('/deadlines');
  expect(json.deadlines.map((each: { label: string }) => each.label)).toEqual([
    "risposta all'invito",
    "chiusura dell'avviso",
  ]);
  expect(json.deadlines[1]).toMatchObject({ official: true, end: '2024-09-20', was: [] });
  // A day that the office gives itself is a day to work by, and no official end.
  expect(json.deadlines[0]).toMatchObject({ official: false });
  const [line] = (await foreign.get('/applications')).json.applications;
  expect(line).toMatchObject({ workBy: json.deadlines[0].workBy, end: null, cutOff: null });
  await marta.post('/calls/send-2024/amendments', {
    ...ACTING(),
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto di proroga',
    actDate: '2024-05-08',
    knownOn: '2024-05-08',
    newEnd: '2024-12-06',
  });
  const moved = async () => (await foreign.get('/deadlines')).json.deadlines[1];
  await eventually(async () => (await moved()).end === '2024-12-06');
  expect(await moved()).toMatchObject({ was: ['2024-09-20'] });
});

test('a search finds what the person may see, by name, number and title', async () => {
  const kinds = async (desk: Desk, words: string) =>
    (await desk.get(`/search?q=${encodeURIComponent(words)}`)).json.groups.map(
      (each: { kind: string; hits: { page: string }[] }) => [each.kind, each.hits[0]?.page],
    );
  expect(await kinds(marta, 'lauria-send')).toEqual([['application', '/candidature/lauria-send-2024']]);
  expect(await kinds(foreign, 'lauria-send')).toEqual([]);
  expect(await kinds(marta, 'ULL-2024-0001')).toHaveLength(1);
  expect((await kinds(marta, 'send')).map(([kind]: string[]) => kind)).toEqual(['application', 'call']);
  expect((await kinds(marta, 'gerardo')).map(([kind]: string[]) => kind)).toEqual(['person']);
  expect(await kinds(foreign, 'gerardo')).toEqual([]);
  expect(await kinds(marta, '%%')).toEqual([]);
});

test.each(['', 'a', '%20%20b%20'])('a search for "%s" is refused as too short', async (words) => {
  const answer = await marta.get(`/search?q=${words}`);
  expect(answer.status).toBe(422);
});
