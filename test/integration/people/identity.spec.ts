import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { ATTEMPTS } from '#use-cases/identity/admit-attempt.js';
import { startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

const PASSWORD = 'una frase che ricordo';
let fixture: PeopleFixture;
let app: NestFastifyApplication;
beforeAll(async () => {
  fixture = await preparePeople();
  app = await startIdentityApi(fixture);
  const hash = await new Argon2Passwords().hash(PASSWORD);
  await fixture.owner(
    `insert into credential (person_id, union_id, hash) select id, union_id, $1 from person where name <> 'silvia'`,
    [hash],
  );
});
afterAll(async () => {
  await app.close();
  await fixture.close();
});
beforeEach(() => fixture.owner('delete from sign_in_attempt'));

interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  url: string;
  body?: unknown;
  cookie?: string;
  token?: string;
  address?: string;
}
async function call({ method = 'GET', url, body, cookie, token, address }: Call) {
  const answer = await app.inject({
    method,
    url,
    ...(body === undefined ? {} : { payload: body as object }),
    ...(address === undefined ? {} : { remoteAddress: address }),
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  const json = answer.body === '' ? {} : (JSON.parse(answer.body) as Record<string, unknown>);
  return { status: answer.statusCode, headers: answer.headers, json };
}
const emailOf = (name: Name) => fixture.emails[name];
async function signIn(name: Name, password = PASSWORD, address?: string) {
  return call({
    method: 'POST',
    url: '/sessions',
    body: { email: emailOf(name), password },
    ...(address === undefined ? {} : { address }),
  });
}
async function cookieOf(name: Name, password?: string): Promise<string> {
  const { status, headers } = await signIn(name, password);
  expect(status).toBe(201);
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
const sha256 = async (text: string) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

describe('sign-in', () => {
  test('gives a cookie that no script reads, of which the database knows the hash only', async () => {
    const { status, headers, json } = await signIn('giulia');
    expect(status).toBe(201);
    const header = String(headers['set-cookie']);
    expect(header).toMatch(
      /^capofila-session=[A-Za-z0-9_-]{43}; Expires=.*; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const secret = header.slice('capofila-session='.length, header.indexOf(';'));
    const [session] = await fixture.owner('select * from session where person_id = $1', [
      fixture.people.giulia,
    ]);
    expect(session?.['hash']).toBe(await sha256(secret));
    expect(JSON.stringify(session)).not.toContain(secret);
    expect(json).toEqual({ person: fixture.people.giulia, expiresAt: expect.any(String) });
  });

  test('tells who one is and which roles one has', async () => {
    const { json } = await call({ url: '/me', cookie: await cookieOf('giulia') });
    expect(json).toMatchObject({
      name: 'giulia',
      union: { name: 'Unione' },
      mandates: [{ bodyName: 'Rivello', role: 'referent', roleInWords: 'referente', continued: false }],
    });
  });

  test('says the same of a wrong password and of an address that nobody has', async () => {
    const wrong = await signIn('giulia', 'sbagliata sbagliata');
    const nobody = await call({
      method: 'POST',
      url: '/sessions',
      body: { email: 'nessuno@rivello.example', password: PASSWORD },
    });
    expect(wrong.status).toBe(401);
    expect(wrong.headers['content-type']).toContain('application/problem+json');
    expect(wrong.json).toMatchObject({ code: 'ACC-01', status: 401, instance: '/sessions' });
    expect(nobody.json).toEqual(wrong.json);
  });

  test('is slowed after ten wrong passwords for one e-mail, with the right one too, and for nobody else', async () => {
    for (let attempt = 0; attempt < ATTEMPTS.password.free; attempt += 1) {
      expect((await signIn('giulia', 'sbagliata sbagliata', `10.0.0.${attempt}`)).status).toBe(401);
    }
    const refused = await signIn('giulia', PASSWORD, '10.0.1.1');
    expect(refused.status).toBe(429);
    expect(refused.json['code']).toBe('ACC-02');
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await signIn('antonio', PASSWORD, '10.0.1.1')).status).toBe(201);
    await fixture.owner(`update sign_in_attempt set at = at - interval '1 minute'`);
    expect((await signIn('giulia')).status).toBe(201);
  });

  test('counts a burst of attempts at once, so that none slips past the limit', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => signIn('nadia', 'sbagliata sbagliata')),
    );
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(ATTEMPTS.password.free);
    expect(statuses.filter((status) => status === 429)).toHaveLength(25 - ATTEMPTS.password.free);
  });

  test('is refused to a network address that tried fifty accounts', async () => {
    const hash = await sha256('10.9.9.9');
    await fixture.owner(
      `insert into sign_in_attempt (email_hash, address_hash) select 'e' || n, $1 from generate_series(1, 50) n`,
      [hash],
    );
    expect((await signIn('giulia', PASSWORD, '10.9.9.9')).status).toBe(429);
    expect((await signIn('giulia', PASSWORD, '10.9.9.8')).status).toBe(201);
  });

  test('a success forgets the mistakes before it', async () => {
    for (let attempt = 0; attempt < 9; attempt += 1) await signIn('giulia', 'sbagliata sbagliata');
    expect((await signIn('giulia')).status).toBe(201);
    for (let attempt = 0; attempt < 9; attempt += 1) {
      expect((await signIn('giulia', 'sbagliata sbagliata')).status).toBe(401);
    }
  });
});

describe('a session', () => {
  test('opens nothing after sign-out, while another of the same person goes on', async () => {
    const [one, two] = [await cookieOf('giulia'), await cookieOf('giulia')];
    expect((await call({ method: 'DELETE', url: '/sessions/current', cookie: one })).status).toBe(204);
    expect(await call({ url: '/me', cookie: one })).toMatchObject({ status: 401, json: { code: 'ACC-03' } });
    expect((await call({ url: '/me', cookie: two })).status).toBe(200);
  });

  test('opens nothing past its end, whatever the demo clock says', async () => {
    const cookie = await cookieOf('antonio');
    await fixture.owner('update clock_offset set seconds = 86400 * 365');
    expect((await call({ url: '/me', cookie })).status).toBe(200);
    await fixture.owner('update clock_offset set seconds = 0');
    await fixture.owner('update session set expires_at = clock_timestamp() where person_id = $1', [
      fixture.people.antonio,
    ]);
    expect((await call({ url: '/me', cookie })).status).toBe(401);
  });

  test('opens nothing when the account is closed', async () => {
    const cookie = await cookieOf('antonio');
    await fixture.owner('update person set deactivated_at = now() where id = $1', [fixture.people.antonio]);
    expect((await call({ url: '/me', cookie })).status).toBe(401);
    expect((await signIn('antonio')).status).toBe(401);
    await fixture.owner('update person set deactivated_at = null where id = $1', [fixture.people.antonio]);
  });

  test.each([undefined, 'capofila-session=', 'capofila-session=indovinata', '__Host-capofila-session=x'])(
    'is not the cookie %s',
    async (cookie) => {
      const answer = await call({ url: '/me', ...(cookie === undefined ? {} : { cookie }) });
      expect(answer).toMatchObject({ status: 401, json: { code: 'ACC-03' } });
    },
  );
});

describe('an API token', () => {
  test('acts for its person until it is revoked or past its end', async () => {
    const cookie = await cookieOf('marta');
    const created = await call({
      method: 'POST',
      url: '/tokens',
      cookie,
      body: { label: 'riga di comando' },
    });
    expect(created.status).toBe(201);
    const token = String(created.json['token']);
    expect((await call({ url: '/me', token })).json['name']).toBe('marta');
    const [row] = await fixture.owner('select * from api_token');
    expect(JSON.stringify(row)).not.toContain(token);
    expect(
      (await call({ method: 'POST', url: '/tokens', token, body: { label: 'altra' } })).json['code'],
    ).toBe('ACC-09');
    const url = `/tokens/${String(created.json['id'])}`;
    expect((await call({ method: 'DELETE', url, cookie: await cookieOf('giulia') })).status).toBe(404);
    expect((await call({ method: 'DELETE', url, cookie })).status).toBe(204);
    expect((await call({ url: '/me', token })).status).toBe(401);
    const second = await call({ method: 'POST', url: '/tokens', cookie, body: { label: 'breve', days: 1 } });
    await fixture.owner('update api_token set expires_at = clock_timestamp() where id = $1', [
      second.json['id'],
    ]);
    expect((await call({ url: '/me', token: String(second.json['token']) })).status).toBe(401);
  });

  test.each([0, 366])('cannot last %s days', async (days) => {
    const cookie = await cookieOf('marta');
    const answer = await call({ method: 'POST', url: '/tokens', cookie, body: { label: 'x', days } });
    expect(answer).toMatchObject({ status: 422, json: { code: 'ACC-08' } });
  });
});

describe('an invitation', () => {
  const paolo = (body: string) => ({
    name: 'Paolo',
    email: 'Paolo@Rivello.example',
    memberships: [{ body, role: 'accounts', from: '2024-01-01' }],
  });

  test('opens an account once', async () => {
    const cookie = await cookieOf('rocco');
    const actingBody = fixture.bodies.union;
    const invited = await call({
      method: 'POST',
      url: '/invitations',
      cookie,
      body: { actingBody, ...paolo(fixture.bodies.rivello) },
    });
    expect(invited.status).toBe(201);
    const accept = (password: string, invitation: unknown = invited.json['invitation']) =>
      call({ method: 'POST', url: '/invitations/accept', body: { invitation, password } });
    expect(await accept('corta')).toMatchObject({ status: 422, json: { code: 'ACC-07' } });
    expect(await accept('la mia frase lunga', 'inventata')).toMatchObject({
      status: 404,
      json: { code: 'ACC-04' },
    });
    const answers = await Promise.all([accept('la mia frase lunga'), accept('la frase di un altro')]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([204, 404]);
    expect((await accept('la mia frase lunga')).json['code']).toBe('ACC-04');
    const twice = await call({
      method: 'POST',
      url: '/invitations',
      cookie,
      body: { actingBody, ...paolo(fixture.bodies.rivello) },
    });
    expect(twice).toMatchObject({ status: 409, json: { code: 'PER-01' } });
  });

  test('is worth nothing past its end', async () => {
    const cookie = await cookieOf('rocco');
    const again = { actingBody: fixture.bodies.union, person: fixture.people.silvia };
    const { json } = await call({ method: 'POST', url: '/invitations', cookie, body: again });
    await fixture.owner('update invitation set expires_at = clock_timestamp() where person_id = $1', [
      fixture.people.silvia,
    ]);
    const body = { invitation: json['invitation'], password: PASSWORD };
    expect(await call({ method: 'POST', url: '/invitations/accept', body })).toMatchObject({ status: 404 });
  });

  test('of a person with a password comes from the head of office only, and ends the sessions', async () => {
    const head = await cookieOf('rocco');
    const invite = (cookie: string, actingBody: string, person: string) =>
      call({ method: 'POST', url: '/invitations', cookie, body: { actingBody, person } });
    const silvia = await invite(head, fixture.bodies.union, fixture.people.silvia);
    const accept = { invitation: silvia.json['invitation'], password: PASSWORD };
    expect((await call({ method: 'POST', url: '/invitations/accept', body: accept })).status).toBe(204);
    const secretary = await cookieOf('silvia');
    expect((await invite(secretary, fixture.bodies.rivello, fixture.people.giulia)).json['code']).toBe(
      'PER-03',
    );
    expect((await invite(secretary, fixture.bodies.rivello, fixture.people.nadia)).json['code']).toBe(
      'ACC-404',
    );
    expect((await invite(secretary, fixture.bodies.union, fixture.people.giulia)).json['code']).toBe(
      'ACC-05',
    );
    const giulia = await cookieOf('giulia');
    const reset = await invite(head, fixture.bodies.union, fixture.people.giulia);
    expect(reset.status).toBe(201);
    expect((await call({ url: '/me', cookie: giulia })).status).toBe(200);
    const renewed = { invitation: reset.json['invitation'], password: PASSWORD };
    expect((await call({ method: 'POST', url: '/invitations/accept', body: renewed })).status).toBe(204);
    expect((await call({ url: '/me', cookie: giulia })).status).toBe(401);
  });

  test.each([
    ['giulia', 'rivello', 'rivello', 'ACC-06'],
    ['marta', 'union', 'rivello', 'ACC-06'],
    ['aurora', 'union', 'rivello', 'ACC-06'],
    ['silvia', 'rivello', 'nemoli', 'ACC-404'],
    ['silvia', 'nemoli', 'rivello', 'ACC-05'],
    ['rocco', 'union', 'foreign', 'ACC-404'],
    ['estranea', 'foreign', 'rivello', 'ACC-404'],
  ] as const)('%s acting for %s cannot invite into %s (%s)', async (name, acting, into, code) => {
    const cookie = await cookieOf(name);
    const body = {
      actingBody: fixture.bodies[acting],
      ...paolo(fixture.bodies[into]),
      email: 'nuova@x.example',
    };
    expect((await call({ method: 'POST', url: '/invitations', cookie, body })).json['code']).toBe(code);
    expect(await fixture.owner(`select 1 from person where email = 'nuova@x.example'`)).toEqual([]);
  });

  test('cannot carry an office role into a comune, an end before its start, or a role twice', async () => {
    const cookie = await cookieOf('rocco');
    const send = async (memberships: object[]) => {
      const body = { actingBody: fixture.bodies.union, name: 'X', email: 'x@x.example', memberships };
      return (await call({ method: 'POST', url: '/invitations', cookie, body })).json['code'];
    };
    const role = { body: fixture.bodies.rivello, role: 'referent', from: '2024-01-01' };
    expect(await send([{ ...role, role: 'headOfOffice' }])).toBe('PER-02');
    expect(await send([{ ...role, body: fixture.bodies.union }])).toBe('PER-02');
    expect(await send([{ ...role, to: '2023-12-31' }])).toBe('API-03');
    expect(await send([role, role])).toBe('API-03');
    expect(await send([{ ...role, from: '2024-02-30' }])).toBe('API-03');
  });
});

describe('people', () => {
  test('are listed as far as one may see, and others are not found', async () => {
    const cookie = await cookieOf('nadia');
    const { json } = await call({ url: '/people', cookie });
    expect((json['people'] as { name: string }[]).map((each) => each.name)).toEqual([
      'aurora',
      'marta',
      'nadia',
      'rocco',
    ]);
    const foreign = await call({ url: `/people/${fixture.people.giulia}`, cookie });
    expect(foreign).toMatchObject({ status: 404, json: { code: 'ACC-404' } });
  });

  test('a substitute has the bodies of who is away, for those days only', async () => {
    await fixture.owner(
      `insert into absence (person_id, union_id, from_date, to_date, substitute_id)
       values ($1, $2, current_date - 1, current_date + 1, $3)`,
      [fixture.people.giulia, fixture.union, fixture.people.nadia],
    );
    const cookie = await cookieOf('nadia');
    const { json } = await call({ url: '/me', cookie });
    expect(json['mandates']).toMatchObject([
      { bodyName: 'Nemoli', role: 'referent' },
      { bodyName: 'Rivello', role: 'referent', substituteFor: fixture.people.giulia },
    ]);
    await fixture.owner('update clock_offset set seconds = 86400 * 3');
    expect((await call({ url: '/me', cookie })).json['mandates']).toHaveLength(1);
    await fixture.owner('update clock_offset set seconds = 0');
    await fixture.owner('delete from absence');
  });

  test('the registry shows the office all bodies of the union, a comune its own and the union', async () => {
    const office = await call({ url: '/registry', cookie: await cookieOf('marta') });
    expect(office.json).toMatchObject({
      name: 'Unione',
      bodies: [{ kind: 'union' }, { name: 'Nemoli' }, { name: 'Rivello', patronDay: '12-06' }],
    });
    const { json } = await call({ url: '/registry', cookie: await cookieOf('nadia') });
    expect(json).toMatchObject({ name: 'Unione', bodies: [{ kind: 'union' }, { name: 'Nemoli' }] });
    const others = `/registry/bodies/${fixture.bodies.rivello}/corrections`;
    expect((await call({ url: others, cookie: await cookieOf('nadia') })).status).toBe(404);
  });
});

test('what cannot be read or is not there is told in the same form', async () => {
  expect(await call({ url: '/nulla' })).toMatchObject({
    status: 404,
    json: { code: 'API-404', instance: '/nulla' },
  });
  const unreadable = await app.inject({
    method: 'POST',
    url: '/sessions',
    headers: { 'content-type': 'application/json' },
    payload: '{',
  });
  expect(JSON.parse(unreadable.body)).toMatchObject({ status: 400, code: 'API-01' });
  const empty = await call({ method: 'POST', url: '/sessions', body: { email: 1 } });
  expect(empty.json).toMatchObject({
    status: 422,
    code: 'API-03',
    fields: [{ path: 'email' }],
  });
});
