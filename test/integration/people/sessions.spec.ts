import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { SmtpCatcher } from '../../support/smtp-catcher.js';
import { ask, type Call, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

const PASSWORD = 'una frase che ricordo';
const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let fixture: PeopleFixture;
let post: SmtpCatcher;
let app: NestFastifyApplication;

beforeAll(async () => {
  fixture = await preparePeople();
  post = await SmtpCatcher.start();
  app = await startIdentityApi(fixture, {
    smtpUrl: post.url,
    pagesUrl: 'https://capofila.unione.example/',
  });
});
afterAll(async () => {
  await app.close();
  await post.stop();
  await fixture.close();
});
beforeEach(async () => {
  for (const table of ['sign_in_attempt', 'session', 'api_token', 'credential', 'absence', 'invitation']) {
    await fixture.owner(`delete from ${table}`);
  }
  await fixture.owner(
    `insert into credential (person_id, union_id, hash) select id, union_id, $1 from person
      where name not in ('silvia', 'nadia')`,
    [await new Argon2Passwords().hash(PASSWORD)],
  );
  post.clear();
});

const call = (asked: Call) => ask(app, asked);
function signIn(name: Name, more: { password?: string; sharedComputer?: boolean; userAgent?: string } = {}) {
  const { password = PASSWORD, sharedComputer, userAgent = FIREFOX } = more;
  return call({
    method: 'POST',
    url: '/sessions',
    body: {
      email: fixture.emails[name],
      password,
      ...(sharedComputer === undefined ? {} : { sharedComputer }),
    },
    headers: { 'user-agent': userAgent },
  });
}
async function cookieOf(name: Name): Promise<string> {
  const { status, cookie } = await signIn(name);
  expect(status).toBe(201);
  return cookie;
}
async function cookieByCode(name: Name): Promise<string> {
  const email = fixture.emails[name];
  await call({ method: 'POST', url: '/sign-in-codes', body: { email } });
  const mail = await post.waitFor((each) => each.to.includes(email));
  const code = /^\d{6}$/m.exec(mail.text)?.[0];
  return (await call({ method: 'POST', url: '/sessions', body: { email, code } })).cookie;
}
const sessionsOf = async (cookie: string) =>
  (await call({ url: '/sessions', cookie })).json['sessions'] as Record<string, unknown>[];
const opens = async (cookie: string) => (await call({ url: '/me', cookie })).status === 200;

describe('a device', () => {
  test('of one’s own is known for thirty days; a shared one for a working day, and its browser forgets it', async () => {
    const own = await signIn('giulia');
    const shared = await signIn('giulia', { sharedComputer: true });
    const hours = (end: unknown) => (Date.parse(String(end)) - Date.now()) / 3_600_000;
    expect(hours(own.json['expiresAt'])).toBeCloseTo(720, 0);
    expect(hours(shared.json['expiresAt'])).toBeCloseTo(12, 0);
    expect(own.setCookie).toMatch(/; Expires=/);
    expect(shared.setCookie).not.toMatch(/Expires|Max-Age/i);
    expect((await sessionsOf(shared.cookie)).map((each) => each['sharedComputer'])).toEqual([true, false]);
  });

  test('is listed by the name people know it by, without its secret', async () => {
    const cookie = await cookieOf('giulia');
    await cookieOf('antonio');
    const sessions = await sessionsOf(cookie);
    expect(sessions).toEqual([
      {
        id: expect.any(String),
        openedAt: expect.any(String),
        lastUsedAt: expect.any(String),
        endsAt: expect.any(String),
        device: 'Firefox su Linux',
        openedBy: 'password',
        sharedComputer: false,
        current: true,
      },
    ]);
  });

  test('is marked as used once an hour, by the product’s clock', async () => {
    const cookie = await cookieOf('giulia');
    await fixture.owner(`update session set last_seen = last_seen - interval '50 minutes'`);
    const [before] = await sessionsOf(cookie);
    expect((await sessionsOf(cookie))[0]?.['lastUsedAt']).toBe(before?.['lastUsedAt']);
    await fixture.owner(`update session set last_seen = last_seen - interval '11 minutes'`);
    await sessionsOf(cookie);
    const [after] = await sessionsOf(cookie);
    expect(Date.parse(String(after?.['lastUsedAt']))).toBeGreaterThan(Date.now() - 60_000);
    await fixture.owner('update clock_offset set seconds = 86400');
    const [moved] = await sessionsOf(cookie);
    expect(Date.parse(String(moved?.['lastUsedAt']))).toBeGreaterThan(Date.now() + 86_000_000);
    await fixture.owner('update clock_offset set seconds = 0');
  });

  test('is ended by its person from another one, and by nobody else', async () => {
    const [one, two, third] = [await cookieOf('giulia'), await cookieOf('giulia'), await cookieOf('giulia')];
    const other = (await sessionsOf(one)).find((each) => each['current'] !== true);
    const end = (cookie: string) =>
      call({ method: 'DELETE', url: `/sessions/${String(other?.['id'])}`, cookie });
    expect(await end(await cookieOf('antonio'))).toMatchObject({ status: 404, json: { code: 'ACC-404' } });
    expect((await end(one)).status).toBe(204);
    expect((await end(one)).status).toBe(404);
    expect([await opens(one), (await opens(two)) !== (await opens(third))]).toEqual([true, true]);
    expect((await call({ method: 'DELETE', url: '/sessions/others', cookie: one })).status).toBe(204);
    expect([await opens(one), await opens(two), await opens(third)]).toEqual([true, false, false]);
  });
});

describe('a password', () => {
  const change = (cookie: string, body: object) => call({ method: 'PUT', url: '/me/password', cookie, body });
  const next = 'la mia nuova frase';

  test('is changed by who knows it; the other devices and the keys open nothing any more', async () => {
    const [here, elsewhere] = [await cookieOf('giulia'), await cookieOf('giulia')];
    const key = await call({ method: 'POST', url: '/tokens', cookie: here, body: { label: 'x' } });
    const token = String(key.json['token']);
    expect(
      (await call({ method: 'PUT', url: '/me/password', token, body: { password: next } })).json['code'],
    ).toBe('ACC-09');
    expect(await change(here, { password: next })).toMatchObject({ status: 403, json: { code: 'ACC-12' } });
    expect(await change(here, { current: 'un’altra frase', password: next })).toMatchObject({
      status: 403,
      json: { code: 'ACC-13' },
    });
    expect((await change(here, { current: PASSWORD, password: 'corta' })).json['code']).toBe('ACC-07');
    expect((await change(here, { current: PASSWORD, password: next })).status).toBe(204);
    expect([await opens(here), await opens(elsewhere)]).toEqual([true, false]);
    expect((await call({ url: '/me', token })).status).toBe(401);
    expect((await signIn('giulia')).status).toBe(401);
    expect((await signIn('giulia', { password: next })).status).toBe(201);
  });

  test('that was forgotten is replaced within ten minutes of a code', async () => {
    const cookie = await cookieByCode('giulia');
    await fixture.owner(`update session set created_at = created_at - interval '11 minutes'`);
    expect((await change(cookie, { password: next })).json['code']).toBe('ACC-12');
    await fixture.owner(`update session set created_at = created_at + interval '11 minutes'`);
    expect((await change(cookie, { password: next })).status).toBe(204);
    expect((await signIn('giulia', { password: next })).status).toBe(201);
  });

  test('is guessed ten times at most by who found a device open', async () => {
    const cookie = await cookieOf('giulia');
    const guess = () => change(cookie, { current: 'sbagliata sbagliata', password: next });
    const codes = new Set<unknown>();
    for (let tries = 0; tries < 11; tries += 1) codes.add((await guess()).json['code']);
    expect([...codes]).toEqual(['ACC-13', 'ACC-02']);
  });
});

describe('an invitation', () => {
  const invite = async (person: Name) =>
    call({
      method: 'POST',
      url: '/invitations',
      cookie: await cookieOf('rocco'),
      body: { actingBody: fixture.bodies.union, person: fixture.people[person] },
    });
  const look = (invitation: unknown, address?: string) =>
    call({
      method: 'POST',
      url: '/invitations/look',
      body: { invitation },
      ...(address === undefined ? {} : { address }),
    });

  test('is mailed as a link that keeps its secret from servers, and greets its person', async () => {
    const invited = await invite('silvia');
    expect(invited).toMatchObject({ status: 201, json: { mailed: true } });
    const secret = String(invited.json['invitation']);
    const mail = await post.waitFor((each) => each.to.includes(fixture.emails.silvia));
    expect(mail.text).toContain(`https://capofila.unione.example/benvenuto#${secret}`);
    expect(mail.subject).toBe('Invito a Capofila: l’accesso è pronto');
    expect(mail.text).toContain('rocco ha preparato un accesso');
    for (let times = 0; times < 12; times += 1) {
      expect(await look(secret)).toMatchObject({
        status: 200,
        json: {
          name: 'silvia',
          email: fixture.emails.silvia,
          union: 'Unione',
          expiresAt: expect.any(String),
        },
      });
    }
    expect(await look('inventata')).toMatchObject({ status: 404, json: { code: 'ACC-04' } });
    await fixture.owner('update invitation set expires_at = clock_timestamp()');
    expect((await look(secret)).json['code']).toBe('ACC-04');
  });

  test('that is refused by the mail server is still handed over', async () => {
    post.refuse(fixture.emails.nadia, { code: 550 });
    const invited = await invite('nadia');
    post.accept(fixture.emails.nadia);
    expect(invited).toMatchObject({ status: 201, json: { mailed: false } });
    expect((await look(invited.json['invitation'])).status).toBe(200);
  });

  test('is not guessed without end', async () => {
    const answers = [];
    for (let n = 0; n < 51; n += 1) answers.push((await look(`inventata ${n}`, '10.3.3.3')).status);
    expect(answers.filter((status) => status === 404)).toHaveLength(50);
    expect(answers.at(-1)).toBe(429);
  });
});

describe('a command', () => {
  let url: string;
  beforeAll(async () => {
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  const send = async (headers: Record<string, string>, method = 'DELETE', path = '/sessions/others') => {
    const answer = await fetch(`${url}${path}`, { method, headers });
    return { status: answer.status, code: /"(ACC-\d+)"/.exec(await answer.text())?.[1] };
  };

  test('from another site’s page is refused, whatever cookie the browser sends along', async () => {
    const cookie = await cookieOf('giulia');
    const refused = { status: 403, code: 'ACC-10' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site', origin: url },
      { origin: 'https://altro.example' },
      { origin: 'null' },
    ]) {
      expect(await send({ cookie, ...(headers as Record<string, string>) })).toEqual(refused);
    }
    expect(await send({ origin: 'https://altro.example' }, 'POST', '/sessions')).toEqual(refused);
  });

  test('from the product’s own page, or of a program, is heard', async () => {
    const cookie = await cookieOf('giulia');
    for (const headers of [
      {},
      { 'sec-fetch-site': 'same-origin' },
      { 'sec-fetch-site': 'none' },
      { origin: url },
    ]) {
      expect((await send({ cookie, ...(headers as Record<string, string>) })).status).toBe(204);
    }
    expect((await send({ cookie, 'sec-fetch-site': 'cross-site' }, 'GET', '/me')).status).toBe(200);
  });

  test('with a key is a program’s, wherever it runs', async () => {
    const cookie = await cookieOf('giulia');
    const key = await call({ method: 'POST', url: '/tokens', cookie, body: { label: 'x' } });
    const authorization = `Bearer ${String(key.json['token'])}`;
    expect((await send({ authorization, 'sec-fetch-site': 'cross-site' })).status).toBe(204);
  });
});
