import { ROUTES as TABLE } from '#contracts/routes.js';
import type { RouteForm } from '#contracts/routes/route.js';
import { openDataSource } from '#persistence/data-source.js';
import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { openEvents } from '../support/event-stream.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/**
 * Every route by every role, for an application of Lauria: own body, foreign body, the union's people, nobody.
 * A DEC named for one application sees that one; to the rest of the comune it is as foreign.
 * `may`: the request is heard (what the domain says of it is another matter); `no`: 403; `-`: 404, its existence stays
 * hidden; `sign in`: 401.
 */
const PEOPLE = {
  desk: 'marta@unione.example',
  head: 'rocco@unione.example',
  president: 'vincenzo@unione.example',
  auditor: 'revisore@unione.example',
  referent: 'gerardo@lauria.example',
  mayor: 'sindaco@lauria.example',
  rup: 'maria.rup@lauria.example',
  accounts: 'ugo@ragioneria.example',
  secretary: 'dario@segretari.example',
  clerk: 'protocollo@lauria.example',
  // Of the accounts of Lagonegro; named below as DEC of this application.
  dec: 'renato@ragioneria.example',
  foreign: 'paolo@trecchina.example',
} as const;
type Who = keyof typeof PEOPLE;
const PEOPLE_IN_ORDER = Object.keys(PEOPLE) as Who[];

let product: RunningProduct;
let application: string;
let call: string;
let lauria: string;
let mandate: string;
let proof: string;
let mail: string;
let noted: string;
const NOTED = {
  title: 'Avviso',
  funder: 'Regione',
  link: 'https://regione.example/avviso',
  end: '2024-06-30',
  source: 'art. 8',
};
const desks = {} as Record<Who, Desk>;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  for (const [who, email] of Object.entries(PEOPLE))
    desks[who as Who] = await signIn(product.url, email, demoPassword);
  lauria = desks.referent.bodies['Lauria'] ?? '';
  const { json } = await desks.desk.post('/calls', {
    actingBody: unionBody(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076042'],
  });
  call = json.call.number;
  application = json.applications[0].number;
  await desks.head.post(`/people/${desks.dec.person}/memberships`, {
    actingBody: unionBody(),
    body: lauria,
    role: 'dec',
    application: json.applications[0].id,
    from: '2024-01-01',
  });
  const referent = await desks.head.get(`/people/${desks.referent.person}`);
  mandate = referent.json.memberships[0].id;
  const query = new URLSearchParams({ requirement: 'proof', actingBody: lauria });
  const uploaded = await desks.referent.upload(
    `/applications/${application}/documents?${query.toString()}`,
    'ricevuta',
  );
  proof = uploaded.json.document;
  noted = (await desks.desk.post('/noted-calls', { ...acting('desk', false), ...NOTED })).json.slug;
  const owner = await openDataSource({ url: product.database.urls.owner });
  [{ id: mail }] = await owner.query(
    `insert into mail (id, union_id, message_id, person_id, slot, to_address, subject, text_body, html_body, state, created_at, written_at)
     select gen_random_uuid(), union_id, 'routes', id, '2024-05-08T08:00', email, 'x', 'x', 'x', 'sent', now(), now()
       from person where id = $1 returning id`,
    [desks.mayor.person],
  );
  await owner.destroy();
});

afterAll(() => product?.stop());

const unionBody = () => Object.values(desks.desk.bodies)[0] ?? '';

/** The union's people act for the union (on behalf of Lauria where the act is a comune's), the others for Lauria. */
function acting(who: Who, onBehalf: boolean): { actingBody: string; onBehalfOf?: string } {
  const union = ['desk', 'head', 'president', 'auditor'].includes(who);
  if (!union) return { actingBody: who === 'foreign' ? (desks.foreign.bodies['Trecchina'] ?? '') : lauria };
  return { actingBody: unionBody(), ...(onBehalf ? { onBehalfOf: lauria } : {}) };
}

const exhausted = (who: Who) => ({
  ...acting(who, false),
  act: 'Avviso del Dipartimento',
  actDate: '2024-05-08',
  knownOn: '2024-05-08',
});

const everybody = Array.from(PEOPLE_IN_ORDER, () => 'may').join(' ');
const person = (path: string, body: object) => (who: Who) =>
  desks[who].post(`/people/${desks.referent.person}/${path}`, { ...acting(who, false), ...body });

const NOBODY = '01900000-0000-7000-8000-000000000000';
const fact =
  (type: string, body: object, onBehalf = false) =>
  (who: Who) =>
    desks[who].post(`/applications/${application}/facts`, { ...acting(who, onBehalf), type, body });

// Each body is refused by the domain even where the role may: the routes can be tried in any order.
const ROUTES: Record<string, { ask: (who: Who) => Promise<Answer>; verdicts: string }> = {
  //                                                               desk head pres audit | ref mayor rup acc secr clerk dec | foreign
  'GET /applications/:id': {
    ask: (who) => desks[who].get(`/applications/${application}`),
    verdicts: 'may may may may may may may may may may may -',
  },
  'GET /applications/:id/facts': {
    ask: (who) => desks[who].get(`/applications/${application}/facts`),
    verdicts: 'may may may may may may may may may may may -',
  },
  // Nothing is there to be voided.
  'POST /applications/:id/corrections/preview': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/corrections/preview`, {
        ...acting(who, false),
        type: 'fact.voided',
        corrects: NOBODY,
        body: { reason: 'prova' },
      }),
    verdicts: 'may may no no no no no no no no no -',
  },
  'POST /applications/:id/what-if': {
    ask: (who) => desks[who].post(`/applications/${application}/what-if`, { until: '2020-01-01' }),
    verdicts: 'may may may may may may may may may may may -',
  },
  'GET /applications/:id/messages': {
    ask: (who) => desks[who].get(`/applications/${application}/messages`),
    verdicts: 'may may may may may may may may may may may -',
  },
  'GET /applications/:id/documents/:id': {
    ask: (who) => desks[who].get(`/applications/${application}/documents/${proof}`),
    verdicts: 'may may may may may may may may may may may -',
  },
  'GET /applications': { ask: (who) => desks[who].get('/applications'), verdicts: everybody },
  'GET /tasks': { ask: (who) => desks[who].get('/tasks'), verdicts: everybody },
  'GET /deadlines': { ask: (who) => desks[who].get('/deadlines'), verdicts: everybody },
  'GET /search': { ask: (who) => desks[who].get('/search?q=lauria'), verdicts: everybody },
  'POST /round': {
    ask: (who) =>
      desks[who].post('/round', { actingBody: acting(who, false).actingBody, applications: ['none'] }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'GET /today': { ask: (who) => desks[who].get('/today'), verdicts: 'may may no no no no no no no no no no' },
  'GET /board': { ask: (who) => desks[who].get('/board'), verdicts: everybody },
  'GET /history': { ask: (who) => desks[who].get('/history'), verdicts: everybody },
  ...Object.fromEntries(
    ['facts', 'applications', 'chains'].map((name) => [
      `GET /history/${name}.csv`,
      {
        ask: (who: Who) => desks[who].get(`/history/${name}.csv`),
        verdicts: 'may may may may no no no no no no no no',
      },
    ]),
  ),
  'GET /messages': { ask: (who) => desks[who].get('/messages'), verdicts: everybody },
  // Of the mayor of Lauria: everybody else of a comune does not know of it.
  'GET /mails/:id': {
    ask: (who) => desks[who].get(`/mails/${mail}`),
    verdicts: 'may may may may - may - - - - - -',
  },
  'POST /mails/:id/resend': {
    ask: (who) => desks[who].post(`/mails/${mail}/resend`, { actingBody: acting(who, false).actingBody }),
    verdicts: 'may may no no - no - - - - - -',
  },
  'GET /calls': { ask: (who) => desks[who].get('/calls'), verdicts: everybody },
  'GET /definitions': { ask: (who) => desks[who].get('/definitions'), verdicts: everybody },
  'POST /definitions': {
    ask: (who) => desks[who].post('/definitions', { ...acting(who, false), definition: { id: 'x' } }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'GET /registry': { ask: (who) => desks[who].get('/registry'), verdicts: everybody },
  'GET /registry/bodies/:id/corrections': {
    ask: (who) => desks[who].get(`/registry/bodies/${lauria}/corrections`),
    verdicts: 'may may may may may may may may may may - -',
  },
  ...Object.fromEntries(
    (
      [
        ['closed-periods', { periods: [] }],
        ['bodies/:id/residents', { residents: [] }],
        ['bodies/:id/agreements', { agreements: [] }],
        ['bodies/:id/patron-day', { day: null, source: 'Statuto' }],
        ['bodies/:id/closed-periods', { periods: [] }],
      ] as const
    ).map(([path, body]) => [
      `PUT /registry/${path}`,
      {
        ask: (who: Who) =>
          desks[who].put(`/registry/${path.replace(':id', lauria)}`, { ...acting(who, false), ...body }),
        verdicts: 'no may no no no no no no no no no no',
      },
    ]),
  ),
  'POST /settings/mail-test': {
    ask: (who) => desks[who].post('/settings/mail-test', acting(who, false)),
    verdicts: 'no may no no no no no no no no no no',
  },
  // As it is already: nothing changes.
  'PUT /people/:id': {
    ask: (who) =>
      desks[who].put(`/people/${desks.referent.person}`, {
        ...acting(who, false),
        name: 'Gerardo',
        email: PEOPLE.referent,
        phone: null,
      }),
    verdicts: 'no may no no no no no no may no - -',
  },
  'POST /people/:id/absences/cancellation': {
    ask: (who) => person('absences/cancellation', { from: '1999-01-01' })(who),
    verdicts: 'no may no no may no no no may no - -',
  },
  'GET /me': { ask: (who) => desks[who].get('/me'), verdicts: everybody },
  'GET /clock': { ask: (who) => desks[who].get('/clock'), verdicts: everybody },
  'GET /people': { ask: (who) => desks[who].get('/people'), verdicts: everybody },
  'GET /people/:id': {
    ask: (who) => desks[who].get(`/people/${desks.referent.person}`),
    verdicts: 'may may may may may may may may may may - -',
  },
  // An address that has an account: refused to whoever may invite, whatever the role.
  'POST /invitations': {
    ask: (who) =>
      desks[who].post('/invitations', {
        ...acting(who, false),
        name: 'Gerardo',
        email: PEOPLE.referent,
        memberships: [{ body: lauria, role: 'accounts', from: '2024-01-01' }],
      }),
    verdicts: 'no may no no no no no no may no - -',
  },
  // Nobody is head of an office in a comune.
  'POST /people/:id/memberships': {
    ask: (who) => person('memberships', { body: lauria, role: 'headOfOffice', from: '2024-01-01' })(who),
    verdicts: 'no may no no no no no no may no - -',
  },
  'POST /people/:id/memberships/:id/end': {
    ask: (who) => person(`memberships/${mandate}/end`, { to: '1999-01-01' })(who),
    verdicts: 'no may no no no no no no may no - -',
  },
  // People set their own; a last day before the first is refused to whoever may.
  'POST /people/:id/absences': {
    ask: (who) => person('absences', { from: '2024-06-10', to: '2024-06-09' })(who),
    verdicts: 'no may no no may no no no may no - -',
  },
  'PUT /people/:id/capabilities/:kind': {
    ask: (who) =>
      desks[who].put(`/people/${desks.referent.person}/capabilities/platformUser`, {
        ...acting(who, false),
        expiresOn: '2027-01-01',
      }),
    verdicts: 'no may no no may no no no may no - -',
  },
  'POST /people/:id/unlocking': {
    ask: (who) => person('unlocking', {})(who),
    verdicts: 'no may no no no no no no no no no no',
  },
  // Of oneself: refused to the head, forbidden to all others. An account that is open is not opened again.
  'POST /people/:id/deactivation': {
    ask: (who) => desks[who].post(`/people/${desks.head.person}/deactivation`, acting(who, false)),
    verdicts: 'no may no no no no no no no no no no',
  },
  'POST /people/:id/reactivation': {
    ask: (who) => person('reactivation', {})(who),
    verdicts: 'no may no no no no no no no no no no',
  },
  // Of oneself: refused to the head, forbidden to all others.
  'POST /people/:id/pseudonymisation': {
    ask: (who) => desks[who].post(`/people/${desks.head.person}/pseudonymisation`, acting(who, false)),
    verdicts: 'no may no no no no no no no no no no',
  },
  'GET /events': {
    ask: async (who) => {
      const { json } = await desks[who].post('/tokens', { label: 'pagina', days: 1 });
      const page = await openEvents(product.url, { authorization: `Bearer ${json.token}` });
      await page.end();
      return { status: page.status, json: undefined, text: '', headers: new Headers() };
    },
    verdicts: everybody,
  },
  'GET /sessions': { ask: (who) => desks[who].get('/sessions'), verdicts: everybody },
  'PUT /me/password': {
    ask: (who) => desks[who].put('/me/password', { password: 'corta' }),
    verdicts: everybody,
  },
  'PUT /me/phone': {
    ask: (who) => desks[who].put('/me/phone', { phone: null }),
    verdicts: everybody,
  },
  'PUT /me/mail-preferences': {
    ask: (who) => desks[who].put('/me/mail-preferences', { confirmations: true }),
    verdicts: everybody,
  },
  'GET /me/calendar': { ask: (who) => desks[who].get('/me/calendar'), verdicts: everybody },
  'POST /me/calendar': { ask: (who) => desks[who].post('/me/calendar', {}), verdicts: everybody },
  'GET /tokens': { ask: (who) => desks[who].get('/tokens'), verdicts: everybody },
  'POST /tokens': {
    ask: (who) => desks[who].post('/tokens', { label: 'programma', days: 0 }),
    verdicts: everybody,
  },
  'POST /calls/preview': {
    ask: (who) =>
      desks[who].post('/calls/preview', {
        ...acting(who, false),
        definition: { id: 'none', version: 1 },
        comuni: 'all',
      }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls': {
    ask: (who) =>
      desks[who].post('/calls', {
        ...acting(who, false),
        definition: { id: 'none', version: 1 },
        comuni: 'all',
      }),
    // An unknown definition is 404 for who may launch: told apart by its code.
    verdicts: 'may may no no no no no no no no no no',
  },
  'GET /calls/:id': { ask: (who) => desks[who].get(`/calls/${call}`), verdicts: everybody },
  'GET /definitions/:id/:id': {
    ask: (who) => desks[who].get('/definitions/send-comuni-2024/1'),
    verdicts: everybody,
  },
  // Launched without a brake: refused to whoever may.
  'POST /calls/:id/withdrawal': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/withdrawal`, {
        ...acting(who, false),
        reason: 'prova',
        withinBrake: true,
      }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/withdrawal/preview': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/withdrawal/preview`, { ...acting(who, false), reason: 'prova' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/funds-exhausted/preview': {
    ask: (who) => desks[who].post(`/calls/${call}/funds-exhausted/preview`, exhausted(who)),
    verdicts: 'may may no no no no no no no no no no',
  },
  // The act is of a day to come: refused to whoever may.
  'POST /calls/:id/funds-exhausted': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/funds-exhausted`, { ...exhausted(who), knownOn: '2034-05-08' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/funds-again/preview': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/funds-again/preview`, { ...acting(who, false), reason: 'prova' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/funds-again': {
    ask: (who) => desks[who].post(`/calls/${call}/funds-again`, { ...acting(who, false), reason: 'prova' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/amendments/preview': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/amendments/preview`, {
        ...acting(who, false),
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto',
        actDate: '2024-05-08',
        knownOn: '2024-05-08',
        newEnd: '2024-05-09',
      }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/amendments': {
    ask: (who) =>
      desks[who].post(`/calls/${call}/amendments`, {
        ...acting(who, false),
        term: 'callEnd',
        kind: 'extension',
        act: 'Decreto',
        actDate: '2024-05-08',
        knownOn: '2024-05-08',
        newEnd: '2024-05-09',
      }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'GET /noted-calls': {
    ask: (who) => desks[who].get('/noted-calls'),
    verdicts: 'may may may may no no no no no no no no',
  },
  'POST /noted-calls': {
    ask: (who) => desks[who].post('/noted-calls', { ...acting(who, false), ...NOTED }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'GET /noted-calls/:id': {
    ask: (who) => desks[who].get(`/noted-calls/${noted}`),
    verdicts: 'may may may may no no no no no no no no',
  },
  // A version that is not there: refused to whoever may.
  'PUT /noted-calls/:id': {
    ask: (who) =>
      desks[who].put(`/noted-calls/${noted}`, { ...acting(who, false), ...NOTED }, { 'if-match': '"99"' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /noted-calls/:id/put-away': {
    ask: (who) =>
      desks[who].post(`/noted-calls/${noted}/put-away`, { ...acting(who, false), reason: 'prova' }),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /noted-calls/:id/take-back': {
    ask: (who) => desks[who].post(`/noted-calls/${noted}/take-back`, acting(who, false)),
    verdicts: 'may may no no no no no no no no no no',
  },
  'POST /calls/:id/applications': {
    ask: (who) => desks[who].post(`/calls/${call}/applications`, { ...acting(who, true), comune: '076042' }),
    verdicts: 'may may no no no may no no no no - -',
  },
  'participation answered': {
    ask: fact('milestone.recorded', { milestone: 'participation', outcome: 'perhaps' }, true),
    verdicts: 'may may no no no may no no no no no -',
  },
  'official act (CUP)': {
    ask: fact('milestone.recorded', { milestone: 'cup', data: { cup: 'X' } }, true),
    verdicts: 'may may no no may no may no no no no -',
  },
  'notice of the funder': {
    ask: fact('milestone.recorded', { milestone: 'admission', outcome: 'perhaps' }),
    verdicts: 'may may no no may no may may may may no -',
  },
  withdrawal: {
    ask: fact('milestone.recorded', { milestone: 'withdrawalRequested', data: { x: 'y' } }, true),
    verdicts: 'may may no no no may no no no no no -',
  },
  'document reviewed': {
    ask: fact('document.reviewed', { requirement: 'cre', document: NOBODY, verdict: 'accepted' }),
    verdicts: 'may may no no no no no no no no no -',
  },
  'approval answered': {
    ask: fact('approval.answered', { approval: 'none/rup', verdict: 'given' }),
    verdicts: 'may may may no may may may may may may no -',
  },
  'promise made': {
    ask: fact('promise.made', { person: NOBODY, until: '2024-05-10' }, true),
    verdicts: 'may may no no may may may may may may no -',
  },
  'reminder answered': {
    ask: fact('reminder.answered', { answer: 'done', requirement: 'none' }),
    verdicts: 'may may no no may may may may may may no -',
  },
  'note written': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        type: 'talk.logged',
        body: { kind: 'note', officeOnly: false, about: { requirement: 'none' } },
        detail: { text: 'prova' },
      }),
    verdicts: 'may may no no may may may may may may no -',
  },
  'call logged': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, true),
        type: 'talk.logged',
        body: { kind: 'phone', officeOnly: false, outcome: 'noAnswer', about: { requirement: 'none' } },
        detail: { text: 'prova' },
      }),
    verdicts: 'may may no no no no no no no no no -',
  },
  'fact voided': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        type: 'fact.voided',
        corrects: NOBODY,
        body: { reason: 'prova' },
      }),
    verdicts: 'may may no no no no no no no no no -',
  },
  'scenario chosen': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        legalDate: '2030-01-01',
        type: 'scenario.chosen',
        body: { scenario: 1 },
      }),
    verdicts: 'may may no no no no no no no no no -',
  },
  'application closed': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        legalDate: '2030-01-01',
        type: 'application.closed',
        body: { reason: 'prova' },
      }),
    verdicts: 'may may no no no no no no no no no -',
  },
  upload: {
    ask: (who) => {
      const query = new URLSearchParams({ requirement: 'cre', ...acting(who, true) });
      return desks[who].upload(`/applications/${application}/documents?${query.toString()}`, 'x');
    },
    verdicts: 'may may no no may may may may may may may -',
  },
  // An empty file: refused to whoever may send one.
  'POST /uploads': {
    ask: (who) => {
      const said = { application, requirement: 'proof', ...acting(who, true) };
      const pairs = Object.entries(said).map(
        (pair) => `${pair[0]} ${Buffer.from(pair[1]).toString('base64')}`,
      );
      const headers = { 'tus-resumable': '1.0.0', 'upload-length': '0', 'upload-metadata': pairs.join(',') };
      return desks[who].post('/uploads', {}, headers);
    },
    verdicts: 'may may no no may may may may may may may -',
  },
  'POST /clock': {
    ask: (who) =>
      desks[who].post('/clock', { ...acting(who, false), to: { date: '2020-01-01', time: '08:00' } }),
    verdicts: 'may may no no no no no no no no no no',
  },
};

function verdictOf({ status, json }: Answer): string {
  if (status === 403) return 'no';
  if (status === 404) return json.code === 'AVV-404' ? 'may' : '-';
  return status === 401 || status >= 500 ? String(status) : 'may';
}

const cases = Object.entries(ROUTES).flatMap(([route, { verdicts }]) =>
  PEOPLE_IN_ORDER.map((who, n) => [route, who, verdicts.split(' ')[n]] as const),
);

test.each(cases)('%s by %s: %s', async (route, who, expected) => {
  const answer = await ROUTES[route]?.ask(who);
  expect(answer && verdictOf(answer)).toBe(expected);
});

/** Routes that are open, or that touch only what is the person's own; they have tests of their own. */
const ELSEWHERE = [
  'DELETE /me/calendar',
  'DELETE /sessions/:id',
  'DELETE /uploads/:id',
  'GET /uploads/:id',
  'HEAD /uploads/:id',
  'PATCH /uploads/:id',
  'DELETE /sessions/current',
  'DELETE /sessions/others',
  'DELETE /tokens/:id',
  'GET /calendario/:id',
  'GET /demo',
  'GET /demo/mails',
  'GET /demo/mails/:id',
  'GET /demo/mails/:id/html',
  'GET /risposte/:id',
  'GET /office',
  'GET /status',
  'POST /demo/sign-in',
  'POST /invitations/accept',
  'POST /invitations/look',
  'POST /risposte/:id',
  'POST /risposte/:id/:id',
  'POST /sessions',
  'POST /sign-in-codes',
];

test('no route of the API is missing here', () => {
  const routes = Object.keys(TABLE).map((route) => route.replaceAll(/:(?!kind\b)\w+/g, ':id'));
  const here = [...Object.keys(ROUTES), 'POST /applications/:id/facts', 'POST /applications/:id/documents'];
  expect(routes.toSorted()).toEqual([...here.filter((each) => / \//.test(each)), ...ELSEWHERE].toSorted());
});

/** What a token that leaked could outlive itself by. */
const BY_PAGE = Object.entries<RouteForm>(TABLE).flatMap(([route, { security }]) =>
  security === 'session' ? [route] : [],
);

test.each(BY_PAGE)('%s is refused to a token', async (route) => {
  const { json } = await desks.referent.post('/tokens', { label: 'prova', days: 1 });
  const [method = '', path = ''] = route.split(' ');
  const answer = await fetch(`${product.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${json.token}` },
  });
  expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'ACC-09']);
});

test.each(['/applications', '/calls', '/events', '/me', '/people'])(
  'nobody reads %s without signing in',
  async (path) => {
    const answer = await fetch(`${product.url}${path}`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  },
);
