import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RandomSecrets } from '#identity/random-secrets.js';
import { loadAssignments } from '#persistence/people/assignments.js';
import { asPerson } from '#persistence/scoped.js';
import { holdersOf } from '#domain/people/assignment.js';
import { startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';
import { seatsIn } from '#domain/people/seat.js';

let fixture: PeopleFixture;
let app: NestFastifyApplication;
const cookies = new Map<Name, string>();
beforeAll(async () => {
  fixture = await preparePeople();
  app = await startIdentityApi(fixture);
  const secrets = new RandomSecrets();
  for (const [name, id] of Object.entries(fixture.people) as [Name, string][]) {
    const { secret, hash } = secrets.make();
    await fixture.owner(
      `insert into session (hash, union_id, person_id, expires_at)
       select $1, union_id, id, now() + interval '1 day' from person where id = $2`,
      [hash, id],
    );
    cookies.set(name, `capofila-session=${secret}`);
  }
});
afterAll(async () => {
  await app.close();
  await fixture.close();
});

async function send(by: Name, method: 'POST' | 'PUT', url: string, body: object): Promise<string | number> {
  const answer = await app.inject({ method, url, payload: body, headers: { cookie: cookies.get(by) ?? '' } });
  return answer.statusCode < 400
    ? answer.statusCode
    : String((JSON.parse(answer.body) as { code: string }).code);
}
const give = (
  by: Name,
  acting: keyof PeopleFixture['bodies'],
  person: Name,
  role: string,
  body: keyof PeopleFixture['bodies'],
  from = '2026-01-01',
) =>
  send(by, 'POST', `/people/${fixture.people[person]}/memberships`, {
    actingBody: fixture.bodies[acting],
    body: fixture.bodies[body],
    role,
    from,
  });

test('a new mayor replaces one whose mandate had gone on past its end, also in what each may see', async () => {
  const [row] = await fixture.owner(`select id from membership where person_id = $1`, [
    fixture.people.antonio,
  ]);
  const url = `/people/${fixture.people.antonio}/memberships/${String(row?.['id'])}/end`;
  const actingBody = fixture.bodies.rivello;
  expect(await send('silvia', 'POST', url, { actingBody, to: '2019-12-31' })).toBe('PER-07');
  expect(await send('giulia', 'POST', url, { actingBody, to: '2025-05-31' })).toBe('ACC-06');
  expect(await send('nadia', 'POST', url, { actingBody: fixture.bodies.nemoli, to: '2025-05-31' })).toBe(
    'ACC-404',
  );
  expect(await send('silvia', 'POST', url, { actingBody, to: '2025-05-31' })).toBe(204);
  const me = async () => {
    const answer = await app.inject({ url: '/me', headers: { cookie: cookies.get('antonio') ?? '' } });
    return (JSON.parse(answer.body) as { mandates: { continued: boolean }[] }).mandates;
  };
  expect(await me()).toMatchObject([{ role: 'legalRepresentative', continued: true }]);
  const mayors = () =>
    asPerson(fixture.app, fixture.people.giulia, async (manager) => {
      const assignments = (await loadAssignments(manager, [fixture.bodies.rivello])).get(
        fixture.bodies.rivello,
      );
      if (assignments === undefined) throw new Error('Rivello is not in sight');
      return holdersOf(assignments, seatsIn(fixture.bodies.rivello, ['legalRepresentative']), '2026-06-01');
    });
  expect(await mayors()).toEqual([fixture.people.antonio]);
  expect(await give('silvia', 'rivello', 'giulia', 'legalRepresentative', 'rivello')).toBe(204);
  expect(await mayors()).toEqual([fixture.people.giulia]);
  expect(await me()).toEqual([]);
  expect(await give('silvia', 'rivello', 'giulia', 'legalRepresentative', 'rivello')).toBe('PER-06');
});

test.each([
  ['silvia', 'rivello', 'giulia', 'headOfOffice', 'rivello', 'PER-02'],
  ['silvia', 'rivello', 'giulia', 'deskOfficer', 'union', 'ACC-404'],
  ['silvia', 'rivello', 'giulia', 'referent', 'nemoli', 'ACC-404'],
  ['silvia', 'rivello', 'nadia', 'referent', 'rivello', 'ACC-404'],
  ['marta', 'union', 'giulia', 'accounts', 'rivello', 'ACC-06'],
  ['rocco', 'union', 'estranea', 'referent', 'rivello', 'ACC-404'],
  ['rocco', 'union', 'giulia', 'referent', 'foreign', 'ACC-404'],
  ['rocco', 'union', 'nadia', 'accounts', 'rivello', 204],
] as const)(
  '%s acting for %s gives %s the role %s in %s: %s',
  async (by, acting, person, role, body, expected) => {
    expect(await give(by, acting, person, role, body)).toBe(expected);
  },
);

test('a RUP is named only for an application of the own body', async () => {
  const named = {
    actingBody: fixture.bodies.rivello,
    body: fixture.bodies.rivello,
    role: 'rup',
    application: fixture.people.giulia,
    from: '2026-01-01',
  };
  const url = `/people/${fixture.people.giulia}/memberships`;
  expect(await send('silvia', 'POST', url, named)).toBe('PER-10');
});

test('people set their own absence, others only with the right over all their bodies', async () => {
  const days = { from: '2027-03-22', to: '2027-04-02' };
  const absent = (by: Name, acting: keyof PeopleFixture['bodies'], person: Name, more: object = {}) =>
    send(by, 'POST', `/people/${fixture.people[person]}/absences`, {
      actingBody: fixture.bodies[acting],
      ...days,
      ...more,
    });
  const silvia = { substitute: fixture.people.silvia };
  expect(await absent('giulia', 'rivello', 'giulia', silvia)).toBe(204);
  expect(await absent('giulia', 'rivello', 'giulia', { ...silvia, to: '2027-04-09' })).toBe(204);
  expect(await fixture.owner('select to_date from absence')).toEqual([{ to_date: '2027-04-09' }]);
  expect(await absent('giulia', 'nemoli', 'giulia')).toBe('ACC-05');
  expect(await absent('giulia', 'rivello', 'giulia', { to: '2027-03-21' })).toBe('PER-08');
  expect(await absent('giulia', 'rivello', 'giulia', { substitute: fixture.people.giulia })).toBe('PER-09');
  expect(await absent('giulia', 'rivello', 'giulia', { substitute: fixture.people.estranea })).toBe('PER-09');
  expect(await absent('giulia', 'rivello', 'silvia')).toBe('ACC-06');
  expect(await absent('silvia', 'rivello', 'giulia')).toBe(204);
  // Nadia is of Nemoli too by now: the secretary of Rivello alone does not decide about her.
  expect(await absent('silvia', 'rivello', 'nadia')).toBe('ACC-06');
  const again = { actingBody: fixture.bodies.rivello, person: fixture.people.nadia };
  expect(await send('silvia', 'POST', '/invitations', again)).toBe('ACC-06');
  expect(await absent('rocco', 'union', 'nadia')).toBe(204);
  expect(await absent('aurora', 'union', 'aurora', silvia)).toBe('ACC-06');
});

test('a capability has a last day, or none that is known', async () => {
  const set = (expiresOn: string | null) =>
    send('giulia', 'PUT', `/people/${fixture.people.giulia}/capabilities/sistemaCup`, {
      actingBody: fixture.bodies.rivello,
      expiresOn,
    });
  expect(await set('2027-11-30')).toBe(204);
  expect(await set(null)).toBe(204);
  expect(await fixture.owner('select kind, expires_on from capability')).toEqual([
    { kind: 'sistemaCup', expires_on: null },
  ]);
  const unknown = `/people/${fixture.people.giulia}/capabilities/patente`;
  expect(await send('giulia', 'PUT', unknown, { actingBody: fixture.bodies.rivello, expiresOn: null })).toBe(
    'API-03',
  );
});
