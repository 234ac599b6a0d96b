import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { ATTEMPTS } from '#use-cases/identity/admit-attempt.js';
import { SmtpCatcher } from '../../support/smtp-catcher.js';
import { ask, type Call, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

const PASSWORD = 'una frase che ricordo';
let fixture: PeopleFixture;
let post: SmtpCatcher;
let app: NestFastifyApplication;

beforeAll(async () => {
  fixture = await preparePeople();
  post = await SmtpCatcher.start();
  app = await startIdentityApi(fixture, { smtpUrl: post.url });
  const hash = await new Argon2Passwords().hash(PASSWORD);
  await fixture.owner(
    `insert into credential (person_id, union_id, hash) select id, union_id, $1 from person
      where name in ('giulia', 'rocco', 'silvia')`,
    [hash],
  );
});
afterAll(async () => {
  await app.close();
  await post.stop();
  await fixture.close();
});
beforeEach(async () => {
  await fixture.owner('delete from sign_in_attempt');
  await fixture.owner('delete from known_device');
  post.clear();
});

const call = (asked: Call) => ask(app, asked);
const open = (name: Name, body: object, from: Partial<Call> = {}) =>
  call({ method: 'POST', url: '/sessions', body: { email: fixture.emails[name], ...body }, ...from });
const enter = (name: Name, from: Partial<Call> = {}, password = PASSWORD) => open(name, { password }, from);

/** What a browser keeps of an answer, to be known the next time. */
const deviceIn = (setCookie: string) => /capofila-device=[\w-]{43}/.exec(setCookie)?.[0] ?? '';

/** Somebody who knows an address and nothing else, from many places. */
async function stranger(name: Name, tries: number, secret: object): Promise<void> {
  for (let n = 0; n < tries; n += 1) await open(name, secret, { address: `10.1.${n >> 8}.${n & 255}` });
}

test('a device with which its person has come in is not slowed by the tries of strangers', async () => {
  const device = deviceIn((await enter('giulia')).setCookie);
  expect(device).not.toBe('');
  await stranger('giulia', ATTEMPTS.password.free, { password: 'sbagliata sbagliata' });
  expect((await enter('giulia')).status).toBe(429);
  expect((await enter('giulia', { cookie: device })).status).toBe(201);
});

test('nor by neighbours who share its network address', async () => {
  const device = deviceIn((await enter('giulia')).setCookie);
  await fixture.owner(
    `insert into sign_in_attempt (email_hash, address_hash)
       select 'e' || n, encode(sha256('10.9.9.9'), 'hex') from generate_series(1, 50) n`,
  );
  expect((await enter('giulia', { address: '10.9.9.9' })).status).toBe(429);
  expect((await enter('giulia', { address: '10.9.9.9', cookie: device })).status).toBe(201);
});

test('a known device has its own tries, and is known for its own person only', async () => {
  const device = deviceIn((await enter('giulia')).setCookie);
  for (let n = 0; n < ATTEMPTS.password.free; n += 1) {
    expect((await enter('giulia', { cookie: device }, 'sbagliata sbagliata')).status).toBe(401);
  }
  expect((await enter('giulia', { cookie: device })).status).toBe(429);
  expect((await enter('giulia')).status).toBe(201);
  await stranger('silvia', ATTEMPTS.password.free, { password: 'sbagliata sbagliata' });
  expect((await enter('silvia', { cookie: device })).status).toBe(429);
});

test('a computer that others use too is never known, and no device of a closed account is', async () => {
  const shared = await open('giulia', { password: PASSWORD, sharedComputer: true });
  expect(deviceIn(shared.setCookie)).toBe('');
  await enter('silvia');
  await fixture.owner(`update person set deactivated_at = now() where name = 'silvia'`);
  expect(await fixture.owner('select 1 from known_device')).toEqual([]);
  await fixture.owner(`update person set deactivated_at = null where name = 'silvia'`);
});

test('wrong passwords of strangers leave the way by code open, and wrong codes the way by password', async () => {
  const email = fixture.emails.giulia;
  await stranger('giulia', ATTEMPTS.password.free, { password: 'sbagliata sbagliata' });
  expect((await call({ method: 'POST', url: '/sign-in-codes', body: { email } })).status).toBe(202);
  const mail = await post.waitFor(({ to }) => to.includes(email));
  const code = /^\d{6}$/m.exec(mail.text)?.[0] ?? '';
  expect((await open('giulia', { code })).status).toBe(201);
  await fixture.owner('delete from sign_in_attempt');
  await stranger('giulia', ATTEMPTS.code.free, { code: '000000' });
  expect((await open('giulia', { code: '000000' })).status).toBe(429);
  expect((await enter('giulia')).status).toBe(201);
});

test('the head of office, and nobody else, lets a person try again at once', async () => {
  const { cookie } = await enter('rocco');
  const other = await enter('silvia');
  await stranger('giulia', ATTEMPTS.password.free, { password: 'sbagliata sbagliata' });
  const unlock = (by: string, person: Name) =>
    call({
      method: 'POST',
      url: `/people/${fixture.people[person]}/unlocking`,
      cookie: by,
      body: { actingBody: fixture.bodies.union },
    });
  expect((await unlock(other.cookie, 'giulia')).status).toBe(403);
  expect((await enter('giulia')).status).toBe(429);
  expect((await unlock(cookie, 'giulia')).status).toBe(204);
  expect((await enter('giulia')).status).toBe(201);
  expect((await unlock(cookie, 'estranea')).json['code']).toBe('PER-20');
});
