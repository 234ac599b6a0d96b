import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/**
 * Every route by every role, for an application of Rivello: own body, foreign body, the union's people, nobody.
 * `may`: the request is heard (what the domain says of it is another matter); `no`: 403; `-`: 404, its existence stays
 * hidden; `sign in`: 401.
 */
const PEOPLE = {
  desk: 'marta@unione.example',
  head: 'rocco@unione.example',
  president: 'vincenzo@unione.example',
  auditor: 'revisore@unione.example',
  referent: 'giulia@rivello.example',
  mayor: 'antonio@rivello.example',
  rup: 'elena.rup@rivello.example',
  accounts: 'mario@ragioneria.example',
  secretary: 'silvia@segretari.example',
  foreign: 'paolo@trecchina.example',
} as const;
type Who = keyof typeof PEOPLE;

let product: RunningProduct;
let application: string;
let call: string;
let rivello: string;
const desks = {} as Record<Who, Desk>;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  for (const [who, email] of Object.entries(PEOPLE))
    desks[who as Who] = await signIn(product.url, email, demoPassword);
  rivello = desks.referent.bodies['Rivello'] ?? '';
  const { json } = await desks.desk.post('/calls', {
    actingBody: unionBody(),
    definition: { id: 'send-comuni-2024', version: 1 },
    comuni: ['076068'],
  });
  call = json.call.number;
  application = json.applications[0].number;
}, 120_000);

afterAll(() => product?.stop(), 30_000);

const unionBody = () => Object.values(desks.desk.bodies)[0] ?? '';

/** The union's people act for the union (on behalf of Rivello where the act is a comune's), the others for Rivello. */
function acting(who: Who, onBehalf: boolean): { actingBody: string; onBehalfOf?: string } {
  const union = ['desk', 'head', 'president', 'auditor'].includes(who);
  if (!union) return { actingBody: who === 'foreign' ? (desks.foreign.bodies['Trecchina'] ?? '') : rivello };
  return { actingBody: unionBody(), ...(onBehalf ? { onBehalfOf: rivello } : {}) };
}

const NOBODY = '01900000-0000-7000-8000-000000000000';
const fact =
  (type: string, body: object, onBehalf = false) =>
  (who: Who) =>
    desks[who].post(`/applications/${application}/facts`, { ...acting(who, onBehalf), type, body });

// Each body is refused by the domain even where the role may: the routes can be tried in any order.
const ROUTES: Record<string, { ask: (who: Who) => Promise<Answer>; verdicts: string }> = {
  //                                                               desk head pres audit | ref mayor rup acc secr | foreign
  'GET /applications/:id': {
    ask: (who) => desks[who].get(`/applications/${application}`),
    verdicts: 'may may may may may may may may may -',
  },
  'GET /applications/:id/facts': {
    ask: (who) => desks[who].get(`/applications/${application}/facts`),
    verdicts: 'may may may may may may may may may -',
  },
  'GET /applications/:id/messages': {
    ask: (who) => desks[who].get(`/applications/${application}/messages`),
    verdicts: 'may may may may may may may may may -',
  },
  'GET /calls': {
    ask: (who) => desks[who].get('/calls'),
    verdicts: 'may may may may may may may may may may',
  },
  'POST /calls': {
    ask: (who) =>
      desks[who].post('/calls', {
        ...acting(who, false),
        definition: { id: 'none', version: 1 },
        comuni: 'all',
      }),
    // An unknown definition is 404 for who may launch: told apart by its code.
    verdicts: 'may may no no no no no no no no',
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
    verdicts: 'may may no no no no no no no no',
  },
  'POST /calls/:id/applications': {
    ask: (who) => desks[who].post(`/calls/${call}/applications`, { ...acting(who, true), comune: '076068' }),
    verdicts: 'may may no no no may no no no -',
  },
  'participation answered': {
    ask: fact('milestone.recorded', { milestone: 'participation', outcome: 'perhaps' }, true),
    verdicts: 'may may no no no may no no no -',
  },
  'official act (CUP)': {
    ask: fact('milestone.recorded', { milestone: 'cup', data: { cup: 'X' } }, true),
    verdicts: 'may may no no may no may no no -',
  },
  'notice of the funder': {
    ask: fact('milestone.recorded', { milestone: 'admission', outcome: 'perhaps' }),
    verdicts: 'may may no no may no no no may -',
  },
  withdrawal: {
    ask: fact('milestone.recorded', { milestone: 'withdrawalRequested', data: { x: 'y' } }, true),
    verdicts: 'may may no no no may no no no -',
  },
  'document reviewed': {
    ask: fact('document.reviewed', { requirement: 'cre', document: NOBODY, verdict: 'accepted' }),
    verdicts: 'may may no no no no no no no -',
  },
  'approval answered': {
    ask: fact('approval.answered', { approval: 'none/rup', verdict: 'given' }),
    verdicts: 'no may no no may may may may may -',
  },
  'promise made': {
    ask: fact('promise.made', { person: NOBODY, until: '2024-05-10' }, true),
    verdicts: 'may may no no may may may may may -',
  },
  'fact voided': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        type: 'fact.voided',
        corrects: NOBODY,
        body: { reason: 'prova' },
      }),
    verdicts: 'may may no no no no no no no -',
  },
  'application closed': {
    ask: (who) =>
      desks[who].post(`/applications/${application}/facts`, {
        ...acting(who, false),
        legalDate: '2030-01-01',
        type: 'application.closed',
        body: { reason: 'prova' },
      }),
    verdicts: 'may may no no no no no no no -',
  },
  upload: {
    ask: (who) => {
      const query = new URLSearchParams({ requirement: 'cre', ...acting(who, true) });
      return desks[who].upload(`/applications/${application}/documents?${query.toString()}`, 'x');
    },
    verdicts: 'may may no no may may may may may -',
  },
  'POST /clock': {
    ask: (who) =>
      desks[who].post('/clock', { ...acting(who, false), to: { date: '2020-01-01', time: '08:00' } }),
    verdicts: 'may may no no no no no no no no',
  },
};

function verdictOf({ status, json }: Answer): string {
  if (status === 403) return 'no';
  if (status === 404) return json.code === 'AVV-404' ? 'may' : '-';
  return status === 401 || status >= 500 ? String(status) : 'may';
}

const cases = Object.entries(ROUTES).flatMap(([route, { verdicts }]) =>
  (Object.keys(PEOPLE) as Who[]).map((who, n) => [route, who, verdicts.split(' ')[n]] as const),
);

test.each(cases)('%s by %s: %s', async (route, who, expected) => {
  const answer = await ROUTES[route]?.ask(who);
  expect(answer && verdictOf(answer)).toBe(expected);
});

test.each(['/applications', '/calls', '/me', '/people'])(
  'nobody reads %s without signing in',
  async (path) => {
    const answer = await fetch(`${product.url}${path}`);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  },
);
