import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { ask, type Call, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

const PASSWORD = 'una frase che ricordo';
let fixture: PeopleFixture;
let app: NestFastifyApplication;

beforeAll(async () => {
  fixture = await preparePeople();
  app = await startIdentityApi(fixture);
  await fixture.owner(
    `insert into credential (person_id, union_id, hash) select id, union_id, $1 from person
      where name not in ('silvia', 'nadia')`,
    [await new Argon2Passwords().hash(PASSWORD)],
  );
  await fixture.owner(
    `insert into absence (person_id, union_id, from_date, to_date, substitute_id) values
       ($1, $4, current_date - 9, current_date - 5, null), ($1, $4, current_date + 5, current_date + 9, $2),
       ($3, $4, current_date, current_date, null)`,
    [fixture.people.giulia, fixture.people.antonio, fixture.people.marta, fixture.union],
  );
  await fixture.owner(
    `insert into capability (person_id, union_id, kind, expires_on) values
       ($1, $2, 'sistemaCup', '2027-03-02'), ($1, $2, 'digitalSignature', null)`,
    [fixture.people.giulia, fixture.union],
  );
});
afterAll(async () => {
  await app.close();
  await fixture.close();
});
beforeEach(() => fixture.owner('delete from sign_in_attempt'));

const call = (asked: Call) => ask(app, asked);
async function cookieOf(name: Name): Promise<string> {
  const body = { email: fixture.emails[name], password: PASSWORD };
  const { status, cookie } = await call({ method: 'POST', url: '/sessions', body });
  expect(status).toBe(201);
  return cookie;
}
const listedBy = async (name: Name) => {
  const { json } = await call({ url: '/people', cookie: await cookieOf(name) });
  const people = json['people'] as { name: string; access: { state: string } | null }[];
  return Object.fromEntries(people.map((each) => [each.name, each]));
};

test('my page says what I may, when I am away, what I can sign, and which mails I want', async () => {
  const cookie = await cookieOf('giulia');
  const { json } = await call({ url: '/me', cookie });
  expect(json).toMatchObject({
    email: fixture.emails.giulia,
    phone: null,
    may: { office: false, headOfOffice: false, auditor: false, invites: false },
    absences: [{ substitute: { id: fixture.people.antonio, name: 'antonio' } }],
    capabilities: [
      { kind: 'digitalSignature', expiresOn: null },
      { kind: 'sistemaCup', expiresOn: '2027-03-02' },
    ],
    mailPreferences: { confirmations: true },
    hasPassword: true,
  });
  const wish = (body: object) => call({ method: 'PUT', url: '/me/mail-preferences', cookie, body });
  expect((await wish({ confirmations: false })).status).toBe(204);
  expect((await wish({ confirmations: false, reminders: false })).json['code']).toBe('API-03');
  expect((await call({ url: '/me', cookie })).json['mailPreferences']).toEqual({ confirmations: false });
  const other = await call({ url: '/me', cookie: await cookieOf('antonio') });
  expect(other.json['mailPreferences']).toEqual({ confirmations: true });
});

test('the office sees of everybody who comes in, who is invited and who never was', async () => {
  await fixture.owner(
    `insert into invitation (hash, union_id, person_id, expires_at) values
       (repeat('1', 64), $1, $2, clock_timestamp() + interval '3 days')`,
    [fixture.union, fixture.people.silvia],
  );
  const people = await listedBy('marta');
  expect(people['silvia']?.access).toEqual({ state: 'invited', invitedUntil: expect.stringMatching(/Z$/) });
  expect(people['nadia']?.access).toEqual({ state: 'never' });
  expect(people['marta']?.access).toEqual({ state: 'joined', lastSignIn: expect.stringMatching(/Z$/) });
  expect(people['giulia']).toMatchObject({
    absences: [{ substitute: { name: 'antonio' } }],
    capabilities: [{ kind: 'digitalSignature' }, { kind: 'sistemaCup' }],
  });
  await fixture.owner(`update invitation set expires_at = clock_timestamp() where hash = repeat('1', 64)`);
  expect((await listedBy('marta'))['silvia']?.access).toMatchObject({ state: 'expired' });
});

test('who works in a comune does not see who comes in, nor the absences of the office', async () => {
  const people = await listedBy('giulia');
  expect(people['antonio']?.access).toBeNull();
  expect(people['marta']).toMatchObject({ absences: [], capabilities: [], access: null });
});

describe('an account', () => {
  const act = async (
    by: Name,
    what: 'deactivation' | 'reactivation',
    person: Name,
    body: 'union' | 'rivello' = 'union',
  ) =>
    call({
      method: 'POST',
      url: `/people/${fixture.people[person]}/${what}`,
      cookie: await cookieOf(by),
      body: { actingBody: fixture.bodies[body] },
    });

  test('that is closed opens nothing any more: no session, key, code, password or invitation', async () => {
    const cookie = await cookieOf('antonio');
    const key = await call({ method: 'POST', url: '/tokens', cookie, body: { label: 'x' } });
    expect((await act('rocco', 'deactivation', 'antonio')).status).toBe(204);
    expect((await act('rocco', 'deactivation', 'antonio')).json['code']).toBe('PER-12');
    expect((await call({ url: '/me', cookie })).status).toBe(401);
    expect((await call({ url: '/me', token: String(key.json['token']) })).status).toBe(401);
    const left = await fixture.owner(
      `select (select count(*) from session where person_id = $1) + (select count(*) from credential where person_id = $1)
            + (select count(*) from api_token where person_id = $1 and revoked_at is null) as left`,
      [fixture.people.antonio],
    );
    expect(left).toEqual([{ left: '0' }]);
    expect((await listedBy('marta'))['antonio']).toMatchObject({ active: false });
  });

  test('is opened again by the head of office, and its person invited anew', async () => {
    expect((await act('rocco', 'reactivation', 'antonio')).status).toBe(204);
    expect((await act('rocco', 'reactivation', 'antonio')).json['code']).toBe('PER-13');
    expect((await listedBy('marta'))['antonio']).toMatchObject({ active: true, access: { state: 'never' } });
    const email = fixture.emails.antonio;
    const body = { email, password: PASSWORD };
    expect((await call({ method: 'POST', url: '/sessions', body })).status).toBe(401);
    const invited = await call({
      method: 'POST',
      url: '/invitations',
      cookie: await cookieOf('rocco'),
      body: { actingBody: fixture.bodies.union, person: fixture.people.antonio },
    });
    expect(invited.status).toBe(201);
  });

  test.each([
    ['rocco', 'rocco', 'PER-11'],
    ['marta', 'giulia', 'ACC-06'],
    ['aurora', 'giulia', 'ACC-06'],
    ['giulia', 'giulia', 'ACC-05'],
    ['rocco', 'estranea', 'ACC-404'],
  ] as const)('is not closed by %s of %s (%s)', async (by, person, code) => {
    expect((await act(by, 'deactivation', person)).json['code']).toBe(code);
    expect((await listedBy('marta'))['giulia']).toMatchObject({ active: true });
  });

  test('that was erased stays closed', async () => {
    await fixture.owner(
      `update person set name = 'Persona x', email = null, phone = null, deactivated_at = now(), pseudonymised_at = now()
        where id = $1`,
      [fixture.people.silvia],
    );
    expect((await act('rocco', 'reactivation', 'silvia')).json['code']).toBe('PER-13');
  });
});
