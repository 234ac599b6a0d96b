import { type Desk, signIn } from '../../apps/demo/desk.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';

/** "Registra soltanto" over HTTP: a call that came out is noted, found again, corrected, put away, launched. */
let product: RunningProduct;
let marta: Desk;
let rocco: Desk;
let referent: Desk;
let auditor: Desk;

beforeAll(async () => {
  product = await runProduct({ date: '2024-05-08', time: '10:00' });
  [marta, rocco, referent, auditor] = await Promise.all(
    ['marta@unione', 'rocco@unione', 'gerardo@lauria', 'revisore@unione'].map((who) =>
      signIn(product.url, `${who}.example`, demoPassword),
    ) as [Promise<Desk>, Promise<Desk>, Promise<Desk>, Promise<Desk>],
  );
});

afterAll(() => product?.stop());

const acting = () => ({ actingBody: Object.values(marta.bodies)[0] ?? '' });
const NOTE = {
  title: 'Piattaforma Digitale Nazionale Dati: Comuni',
  funder: 'Dipartimento per la trasformazione digitale',
  link: 'https://areariservata.example/avviso-131',
  opening: '2024-05-07',
  end: '2024-06-20',
  cutOff: '14:00',
  source: 'art. 8: «entro le ore 14:00 del 20 giugno 2024»',
};
const note = (more: object = {}, headers = {}) =>
  marta.post('/noted-calls', { ...acting(), ...NOTE, ...more }, headers);

let slug: string;

test('a call that came out is noted in words, once also when the answer was lost, and nobody is told', async () => {
  const key = { 'idempotency-key': 'avviso-visto-1' };
  const first = await note({}, key);
  expect(first.status).toBe(201);
  expect((await note({}, key)).json).toEqual(first.json);
  slug = first.json.slug;
  expect(slug).toBe('piattaforma-digitale-nazionale-dati-comuni');
  expect((await auditor.get(`/noted-calls/${slug}`)).json).toMatchObject({
    ...NOTE,
    version: 1,
    noted: { by: expect.stringContaining('Marta') },
  });
  expect((await marta.get('/calls')).json.calls).toEqual([]);
  expect(product.post.messages).toEqual([]);
});

test('the same page is not noted twice, and what is missing or in the wrong order is said', async () => {
  expect(
    (await note({ title: 'Altro', link: NOTE.link.toUpperCase().replace('HTTPS', 'https') })).json.code,
  ).toBe('AVV-15');
  const wrong = await note({ link: 'ftp://x.example', opening: '2024-07-01', title: ' ' });
  expect([wrong.status, wrong.json.code]).toEqual([422, 'API-03']);
  expect(wrong.json.fields.map((each: { path: string }) => each.path)).toEqual(
    expect.arrayContaining(['link', 'title']),
  );
  const order = await note({ link: 'https://x.example/2', opening: '2024-07-01' });
  expect(order.json.fields).toEqual([
    { path: 'end', message: 'La fine viene prima dell’apertura: controlla le due date. (DATO-10)' },
  ]);
});

test('it stands in the deadlines and in the search of the union, and a comune finds nothing', async () => {
  expect((await marta.get('/deadlines')).json.noted).toEqual([
    { slug, title: NOTE.title, end: NOTE.end, cutOff: NOTE.cutOff },
  ]);
  expect((await referent.get('/deadlines')).json.noted).toEqual([]);
  const found = await marta.get('/search?q=nazionale%20dati');
  expect(found.json.groups).toEqual([
    {
      kind: 'notedCall',
      hits: [expect.objectContaining({ title: NOTE.title, page: `/avvisi/visti/${slug}` })],
    },
  ]);
  expect((await referent.get('/search?q=nazionale%20dati')).json.groups).toEqual([]);
  expect((await referent.get('/noted-calls')).status).toBe(403);
});

test('whoever corrects what somebody else corrected meanwhile is told so', async () => {
  const put = (who: Desk, end: string, seen: number) =>
    who.put(`/noted-calls/${slug}`, { ...acting(), ...NOTE, end }, { 'if-match': `"${seen}"` });
  expect((await put(rocco, '2024-06-27', 1)).json).toMatchObject({
    end: '2024-06-27',
    version: 2,
    slug,
    corrected: { by: expect.stringContaining('Rocco') },
  });
  const late = await put(marta, '2024-06-28', 1);
  expect([late.status, late.json.code]).toEqual([412, 'AVV-16']);
  expect(late.json.detail).toMatch(
    /^Un’altra persona ha cambiato questo avviso alle 10(?::\d\d)? \(Rocco Lapenta, Unione\)/,
  );
  // Looked at, and written all the same.
  expect((await put(marta, '2024-06-28', 2)).json).toMatchObject({ end: '2024-06-28', version: 3 });
});

test('put away with the reason it is no date any more, and it can be taken back', async () => {
  const away = await marta.post(`/noted-calls/${slug}/put-away`, {
    ...acting(),
    reason: 'Nessun Comune ha i requisiti',
  });
  expect(away.json.away).toMatchObject({ reason: 'Nessun Comune ha i requisiti' });
  expect((await marta.get('/deadlines')).json.noted).toEqual([]);
  expect((await marta.post(`/noted-calls/${slug}/take-back`, acting())).json.away).toBeUndefined();
  expect((await marta.get('/deadlines')).json.noted).toHaveLength(1);
});

test('launched from there it says as which call, and is no date of its own any more', async () => {
  const { json: noted } = await marta.get(`/noted-calls/${slug}`);
  const launch = (id: string) =>
    marta.post('/calls', {
      ...acting(),
      definition: { id: 'send-comuni-2024', version: 1 },
      comuni: ['076068'],
      noted: id,
    });
  expect((await launch('01900000-0000-7000-8000-000000000000')).status).toBe(404);
  expect((await marta.get('/calls')).json.calls).toEqual([]);
  const launched = await launch(noted.id);
  expect(launched.status).toBe(201);
  expect((await marta.get(`/noted-calls/${slug}`)).json.call).toEqual({
    slug: launched.json.call.slug,
    number: launched.json.call.number,
  });
  expect((await marta.get('/deadlines')).json.noted).toEqual([]);
  expect((await marta.get('/search?q=nazionale%20dati')).json.groups).toEqual([]);
});

test('a launch that was taken back leaves what was noted to be launched again', async () => {
  const call = (await marta.get(`/noted-calls/${slug}`)).json.call.slug;
  const annulled = await marta.post(`/calls/${call}/withdrawal`, {
    ...acting(),
    reason: 'avviata per errore',
  });
  expect(annulled.status).toBe(201);
  expect((await marta.get(`/noted-calls/${slug}`)).json.call).toBeUndefined();
  expect((await marta.get('/deadlines')).json.noted).toHaveLength(1);
  expect((await marta.get('/calls')).json.calls).toMatchObject([{ slug: call, withdrawn: true }]);
});
