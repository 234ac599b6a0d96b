import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { ATTEMPTS } from '#use-cases/identity/admit-attempt.js';
import { CODES_ON_THEIR_WAY } from '#use-cases/identity/sign-in-code.js';
import { type CaughtMail, SmtpCatcher } from '../../support/smtp-catcher.js';
import { ask, type Call, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

const PASSWORD = 'una frase che ricordo';
let fixture: PeopleFixture;
let post: SmtpCatcher;
let app: NestFastifyApplication;

beforeAll(async () => {
  fixture = await preparePeople();
  post = await SmtpCatcher.start();
  app = await startIdentityApi(fixture, { smtpUrl: post.url, waitsMs: [10] });
  const hash = await new Argon2Passwords().hash(PASSWORD);
  await fixture.owner(
    `insert into credential (person_id, union_id, hash) select id, union_id, $1 from person
      where name in ('giulia', 'rocco', 'antonio')`,
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
  await fixture.owner('delete from sign_in_code');
  post.clear();
});

const call = (asked: Call) => ask(app, asked);
const askCode = (email: string, address?: string) =>
  call({
    method: 'POST',
    url: '/sign-in-codes',
    body: { email },
    ...(address === undefined ? {} : { address }),
  });
const enter = (email: string, code: string) =>
  call({ method: 'POST', url: '/sessions', body: { email, code } });

async function mailTo(email: string): Promise<CaughtMail> {
  return post.waitFor((mail) => mail.to.includes(email));
}
const codeIn = ({ text }: CaughtMail) => /^\d{6}$/m.exec(text)?.[0] ?? '';

const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function codeFor(name: Name): Promise<string> {
  post.clear();
  expect((await askCode(fixture.emails[name])).status).toBe(202);
  return codeIn(await mailTo(fixture.emails[name]));
}

describe('a code', () => {
  test('comes by mail, with words for everybody, and opens a session once', async () => {
    const email = fixture.emails.giulia;
    expect((await askCode(` ${email.toUpperCase()} `)).status).toBe(202);
    const mail = await mailTo(email);
    const code = codeIn(mail);
    expect(code).toMatch(/^\d{6}$/);
    expect(mail.subject).toBe('Il codice per accedere a Capofila');
    expect(mail.html).toContain(`<strong>${code}</strong>`);
    // The first lines are shown on a locked telephone.
    expect(mail.text.slice(0, 120)).not.toContain(code);
    expect(mail.parsed.replyTo?.[0]?.address).toBe('ict@unione.example');
    const opened = await enter(email, ` ${code.slice(0, 3)} ${code.slice(3)} `);
    expect(opened.status).toBe(201);
    expect(opened.json).toMatchObject({ person: fixture.people.giulia });
    expect((await call({ url: '/me', cookie: opened.cookie })).json).toMatchObject({ name: 'giulia' });
    expect(await enter(email, code)).toMatchObject({ status: 401, json: { code: 'ACC-11' } });
  });

  test('is kept as a hash only', async () => {
    const code = await codeFor('giulia');
    const [row] = await fixture.owner('select * from sign_in_code');
    expect(JSON.stringify(row)).not.toContain(code);
  });

  test('is answered with the same sentence to whoever asks, and nobody unknown is written to', async () => {
    const known = await askCode(fixture.emails.giulia);
    const unknown = await askCode('nessuno@rivello.example');
    expect(unknown).toEqual(known);
    expect(known.json['detail']).toBe(
      'Se questo indirizzo è invitato, il codice arriva entro un minuto. Se non arriva, forse non ti conosciamo ancora: chiedi l’invito a Marta, 0973 000 000.',
    );
    await mailTo(fixture.emails.giulia);
    // A person whom nobody has invited yet is as unknown.
    await askCode(fixture.emails.nadia);
    await askCode(fixture.emails.antonio);
    await mailTo(fixture.emails.antonio);
    expect(post.messages.map((mail) => mail.to[0])).toEqual([fixture.emails.giulia, fixture.emails.antonio]);
  });

  test('after twenty wrong ones in days, also of several codes, is heard once an hour', async () => {
    let code = '';
    for (let tries = 0; tries < ATTEMPTS.code.free; tries += 1) {
      // A new code takes no wrong one back.
      if (tries % 7 === 0) code = await codeFor('giulia');
      expect((await enter(fixture.emails.giulia, wrongOf(code))).json['code']).toBe('ACC-11');
      await fixture.owner(`update sign_in_attempt set at = at - interval '6 hours'`);
    }
    await fixture.owner(`update sign_in_attempt set at = at + interval '6 hours'`);
    const slowed = await enter(fixture.emails.giulia, code);
    expect(slowed).toMatchObject({ status: 429, json: { code: 'ACC-02' } });
    await fixture.owner(`update sign_in_attempt set at = at - interval '1 hour'`);
    expect((await enter(fixture.emails.giulia, code)).status).toBe(201);
  });

  test('can be tried by a burst as often as by a patient person, not more', async () => {
    const code = await codeFor('giulia');
    const answers = await Promise.all(
      Array.from({ length: ATTEMPTS.code.free + 5 }, () => enter(fixture.emails.giulia, wrongOf(code))),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(ATTEMPTS.code.free);
  });

  test('opens one session when it comes twice at once', async () => {
    const code = await codeFor('giulia');
    const answers = await Promise.all([
      enter(fixture.emails.giulia, code),
      enter(fixture.emails.giulia, code),
    ]);
    expect(answers.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([201, 401]);
  });

  test('that is on its way stays good when another is asked for, and coming in uses up both', async () => {
    const first = await codeFor('giulia');
    const second = await codeFor('giulia');
    expect((await enter(fixture.emails.giulia, first)).status).toBe(201);
    expect((await enter(fixture.emails.giulia, second)).status).toBe(401);
  });

  test('is sent while fewer than three are on their way, whoever asks', async () => {
    const first = await codeFor('giulia');
    for (let n = 1; n < CODES_ON_THEIR_WAY.asked; n += 1) await codeFor('giulia');
    post.clear();
    expect((await askCode(fixture.emails.giulia)).status).toBe(202);
    await codeFor('antonio');
    expect(post.messages.map((mail) => mail.to[0])).toEqual([fixture.emails.antonio]);
    expect((await enter(fixture.emails.giulia, first)).status).toBe(201);
  });

  test('is worth nothing past its ten minutes', async () => {
    const second = await codeFor('giulia');
    const [row] = await fixture.owner(
      'select expires_at - clock_timestamp() < $1::interval as soon from sign_in_code',
      ['10 minutes'],
    );
    expect(row?.['soon']).toBe(true);
    await fixture.owner('update sign_in_code set expires_at = clock_timestamp()');
    expect((await enter(fixture.emails.giulia, second)).status).toBe(401);
  });

  test('opens nobody else’s account', async () => {
    await codeFor('antonio');
    const code = await codeFor('giulia');
    await fixture.owner(`update sign_in_code set hash = repeat('0', 64) where person_id = $1`, [
      fixture.people.antonio,
    ]);
    expect((await enter(fixture.emails.antonio, code)).status).toBe(401);
    expect((await enter('nessuno@rivello.example', code)).status).toBe(401);
  });

  test('cannot be asked for without end, whether the address is known or not', async () => {
    for (const email of [fixture.emails.giulia, 'nessuno@rivello.example']) {
      for (let n = 0; n < ATTEMPTS.askCode.free; n += 1) {
        expect((await askCode(email, `10.0.0.${n}`)).status).toBe(202);
      }
      expect(await askCode(email, '10.0.1.1')).toMatchObject({ status: 429, json: { code: 'ACC-02' } });
    }
  });

  test('goes again when the mail server asks to wait', async () => {
    post.refuse(fixture.emails.antonio, { code: 451, times: 1 });
    await askCode(fixture.emails.antonio);
    expect(codeIn(await mailTo(fixture.emails.antonio))).toMatch(/^\d{6}$/);
  });

  test('opens no account that is closed', async () => {
    const code = await codeFor('antonio');
    await fixture.owner('update person set deactivated_at = now() where name = $1', ['antonio']);
    expect((await enter(fixture.emails.antonio, code)).status).toBe(401);
    await fixture.owner('update person set deactivated_at = null where name = $1', ['antonio']);
  });
});

test('who was invited comes in by code without a password: the invitation is used, and the code goes on being a way in', async () => {
  const head = await call({
    method: 'POST',
    url: '/sessions',
    body: { email: fixture.emails.rocco, password: PASSWORD },
  });
  const invited = await call({
    method: 'POST',
    url: '/invitations',
    cookie: head.cookie,
    body: { actingBody: fixture.bodies.union, person: fixture.people.nadia },
  });
  // Without pages there is nothing to lead to: no mail, and the secret is handed over.
  expect(invited.json).toMatchObject({ mailed: false, invitation: expect.any(String) });
  const opened = await enter(fixture.emails.nadia, await codeFor('nadia'));
  expect(opened.status).toBe(201);
  const accept = { invitation: invited.json['invitation'], password: PASSWORD };
  expect((await call({ method: 'POST', url: '/invitations/accept', body: accept })).json['code']).toBe(
    'ACC-04',
  );
  await fixture.owner('delete from invitation');
  expect((await enter(fixture.emails.nadia, await codeFor('nadia'))).status).toBe(201);
});

test('a password or a code, not both and not neither', async () => {
  const email = fixture.emails.giulia;
  for (const body of [{ email }, { email, password: PASSWORD, code: '123456' }]) {
    expect(await call({ method: 'POST', url: '/sessions', body })).toMatchObject({
      status: 422,
      json: { code: 'API-03', fields: [{ path: 'password' }] },
    });
  }
});
