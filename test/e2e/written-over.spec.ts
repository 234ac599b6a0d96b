import { type Answer, type Desk, signIn } from '../../apps/demo/desk.js';
import { type RunningApi, runApi } from '../support/running-api.js';
import { demoPassword } from '../support/running-product.js';

let api: RunningApi;
let marta: Desk;
let rocco: Desk;
let union: string;
let lauria: string;

/** Two heads of office at work at once, on the registry and on people. */
beforeAll(async () => {
  api = await runApi({ date: '2024-05-08', time: '09:12' });
  const people = ['marta@unione.example', 'rocco@unione.example'];
  [marta, rocco] = (await Promise.all(people.map((email) => signIn(api.url, email, demoPassword)))) as [
    Desk,
    Desk,
  ];
  union = Object.values(rocco.bodies)[0] ?? '';
  const given = { actingBody: union, body: union, role: 'headOfOffice', from: '2024-01-01' };
  await rocco.post(`/people/${marta.person}/memberships`, given);
  lauria = (await body('Lauria')).id;
});

afterAll(() => api?.stop());

// oxlint-disable-next-line typescript/no-explicit-any
async function body(name: string): Promise<any> {
  const { bodies } = (await rocco.get('/registry')).json;
  return bodies.find((each: { name: string }) => each.name === name);
}
async function versionOf(name: string, part: string): Promise<number> {
  const { changes } = await body(name);
  return changes.find((each: { part: string }) => each.part === part)?.version ?? 0;
}
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` });
const acting = () => ({ actingBody: union });
// oxlint-disable-next-line typescript/no-explicit-any
const person = async (id: string): Promise<any> => (await rocco.get(`/people/${id}`)).json;
async function mayorOfLauria() {
  const { people } = (await rocco.get('/people')).json;
  return people.find((each: { email: string }) => each.email === 'sindaco@lauria.example');
}
const code = ({ status, json }: Answer) => [status, json?.code];

const RESIDENTS = [{ on: '2024-01-01', count: 12_300, source: 'Istat', confirmed: true }];

test('of a part of the registry that somebody else corrected, one is told who and when, and decides', async () => {
  const put = (desk: Desk, count: number, headers: Record<string, string> = {}) =>
    desk.put(
      `/registry/bodies/${lauria}/residents`,
      { ...acting(), residents: RESIDENTS.map((each) => ({ ...each, count })) },
      headers,
    );
  const seen = await versionOf('Lauria', 'residents');
  expect(seen).toBe(0);
  expect((await put(rocco, 12_301, ifMatch(seen))).status).toBe(204);
  const refused = await put(marta, 12_302, ifMatch(seen));
  expect(refused).toMatchObject({ status: 412, json: { code: 'ENTE-01' } });
  expect(refused.json.detail).toMatch(
    /^Un’altra persona ha cambiato gli abitanti di questo ente alle 9:1\d \(Rocco Lapenta, Unione\): guarda/,
  );
  expect(refused.json.changes).toEqual([
    {
      type: 'registry.residents',
      recordedAt: expect.stringMatching(/^2024-05-08T07:1\d:/),
      by: 'Rocco Lapenta',
      of: 'Unione',
    },
  ]);
  expect((await body('Lauria')).residents).toMatchObject([{ count: 12_301 }]);
  // One's own corrections are no surprise; another part of the same body is another thing.
  expect((await put(rocco, 12_303, ifMatch(seen))).status).toBe(204);
  const patron = { ...acting(), day: '05-02', source: 'Statuto' };
  expect((await marta.put(`/registry/bodies/${lauria}/patron-day`, patron, ifMatch(0))).status).toBe(204);
  // Looked at again, or written all the same.
  expect((await put(marta, 12_304, ifMatch(await versionOf('Lauria', 'residents')))).status).toBe(204);
  expect((await put(rocco, 12_305)).status).toBe(204);
});

test('of two who correct the weeks of all at once, one is stopped', async () => {
  const seen = await versionOf('Unione dei Comuni Lucani del Lagonegrese', 'closedPeriods');
  const periods = [{ from: '08-10', to: '08-24' }];
  const both = await Promise.all(
    [marta, rocco].map((desk) =>
      desk.put('/registry/closed-periods', { ...acting(), periods }, ifMatch(seen)),
    ),
  );
  expect(both.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  expect(both.find((each) => each.status === 412)?.json.detail).toContain('le chiusure di tutti');
});

test('contacts, a capability and the end of a role are told apart, each with a version of its own', async () => {
  const mayor = await mayorOfLauria();
  const contacts = (desk: Desk, phone: string, version: number) =>
    desk.put(
      `/people/${mayor.id}`,
      { ...acting(), name: mayor.name, email: mayor.email, phone },
      ifMatch(version),
    );
  expect((await contacts(rocco, '0973 111 111', mayor.version)).status).toBe(204);
  const late = await contacts(marta, '0973 222 222', mayor.version);
  expect(code(late)).toEqual([412, 'PER-17']);
  expect(late.json.detail).toMatch(
    /ha cambiato i recapiti di questa persona alle 9:1\d \(Rocco Lapenta, Unione\)/,
  );
  expect((await person(mayor.id)).phone).toBe('0973 111 111');

  const signs = (desk: Desk, expiresOn: string, version: number) =>
    desk.put(`/people/${mayor.id}/capabilities/sistemaCup`, { ...acting(), expiresOn }, ifMatch(version));
  // Nothing was known of it yet.
  expect((await signs(rocco, '2027-01-31', 0)).status).toBe(204);
  expect(code(await signs(marta, '2028-01-31', 0))).toEqual([412, 'PER-17']);
  expect((await signs(rocco, '2027-02-28', 0)).status).toBe(204);
  const { version } = (await person(mayor.id)).capabilities.find(
    (each: { kind: string }) => each.kind === 'sistemaCup',
  );
  expect((await signs(marta, '2028-01-31', version)).status).toBe(204);

  const [role] = mayor.memberships;
  const end = (desk: Desk, to: string) =>
    desk.post(`/people/${mayor.id}/memberships/${role.id}/end`, { ...acting(), to }, ifMatch(role.version));
  expect((await end(rocco, '2027-05-31')).status).toBe(204);
  expect(code(await end(marta, '2027-06-30'))).toEqual([412, 'PER-17']);
});

test('who changed the own telephone is not written over by an older page', async () => {
  const before = await person(marta.person);
  await marta.put('/me/phone', { phone: '0973 333 333' });
  const late = await rocco.put(
    `/people/${marta.person}`,
    { ...acting(), name: before.name, email: before.email, phone: '0973 000 000' },
    ifMatch(before.version),
  );
  expect(code(late)).toEqual([412, 'PER-17']);
  expect((await person(marta.person)).phone).toBe('0973 333 333');
});

test('of two who name a new mayor, one is stopped before anybody is entered; both acts are one', async () => {
  const mayor = await mayorOfLauria();
  const [role] = mayor.memberships;
  const name = (desk: Desk, email: string, version: number, from = '2024-06-10') =>
    desk.post('/invitations', {
      ...acting(),
      name: 'Chi arriva',
      email,
      memberships: [
        {
          body: lauria,
          role: 'legalRepresentative',
          from,
          replaces: { membership: role.id, version },
        },
      ],
    });
  // Not before the one who leaves began: else two would hold it.
  const early = await name(rocco, 'prima@lauria.example', role.version, '2021-01-01');
  expect([early.status, early.json.code, early.json.detail]).toEqual([
    422,
    'PER-19',
    'Chi lascia ha l’incarico dal 1° gennaio 2022: scrivi un primo giorno che venga dopo.',
  ]);
  expect((await name(rocco, 'prima@lauria.example', role.version)).status).toBe(201);
  expect((await person(mayor.id)).memberships).toMatchObject([{ to: '2024-06-09' }]);
  expect(code(await name(marta, 'seconda@lauria.example', role.version))).toEqual([412, 'PER-17']);
  const { people } = (await rocco.get('/people')).json;
  expect(people.some((each: { email: string }) => each.email === 'seconda@lauria.example')).toBe(false);
});

test('a version that is none is refused', async () => {
  const refused = await marta.put(
    `/registry/bodies/${lauria}/residents`,
    { ...acting(), residents: [] },
    {
      'if-match': '"ieri"',
    },
  );
  expect(code(refused)).toEqual([422, 'API-06']);
});
