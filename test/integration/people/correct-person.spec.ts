import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RandomSecrets } from '#identity/random-secrets.js';
import { SmtpCatcher } from '../../support/smtp-catcher.js';
import { ask, startIdentityApi } from './identity-api.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

let fixture: PeopleFixture;
let post: SmtpCatcher;
let api: NestFastifyApplication;
const cookies = {} as Record<Name, string>;

beforeAll(async () => {
  fixture = await preparePeople();
  post = await SmtpCatcher.start();
  api = await startIdentityApi(fixture, { smtpUrl: post.url, waitsMs: [10] });
  const secrets = new RandomSecrets();
  for (const [name, id] of Object.entries(fixture.people) as [Name, string][]) {
    const { secret, hash } = secrets.make();
    await fixture.owner(
      `insert into session (hash, union_id, person_id, expires_at)
       select $1, union_id, id, now() + interval '1 day' from person where id = $2`,
      [hash, id],
    );
    cookies[name] = `capofila-session=${secret}`;
  }
});
afterAll(async () => {
  await api.close();
  await post.stop();
  await fixture.close();
});

const rivello = () => ({ actingBody: fixture.bodies.rivello });
const union = () => ({ actingBody: fixture.bodies.union });
const correct = (by: Name, person: Name, body: object) =>
  ask(api, { method: 'PUT', url: `/people/${fixture.people[person]}`, body, cookie: cookies[by] });
const right = (name: string, email: string) => ({ name, email, phone: '0973 111 222' });

test('a secretary corrects the address of who never came in; what the wrong one got opens nothing', async () => {
  const invited = await ask(api, {
    method: 'POST',
    url: '/invitations',
    body: { ...rivello(), person: fixture.people.giulia },
    cookie: cookies.silvia,
  });
  expect(invited.status).toBe(201);
  const invitation = String(invited.json['invitation']);
  const answer = await correct('silvia', 'giulia', {
    ...rivello(),
    ...right('Giulia Riviello', 'g.riviello@rivello.example'),
  });
  expect(answer.status).toBe(204);
  const look = await ask(api, { method: 'POST', url: '/invitations/look', body: { invitation } });
  expect([look.status, look.json['code']]).toEqual([404, 'ACC-04']);
  const { json } = await ask(api, { url: `/people/${fixture.people.giulia}`, cookie: cookies.silvia });
  expect(json).toMatchObject(right('Giulia Riviello', 'g.riviello@rivello.example'));
});

test('the address of who has come in is the head of office’s to correct, and the old one is told', async () => {
  await fixture.owner('update person set accepted_at = now() where id = $1', [fixture.people.antonio]);
  const wanted = right('Antonio Conte', 'sindaco@rivello.example');
  const refused = await correct('silvia', 'antonio', { ...rivello(), ...wanted });
  expect([refused.status, refused.json['code']]).toEqual([403, 'PER-14']);
  post.clear();
  expect((await correct('rocco', 'antonio', { ...union(), ...wanted })).status).toBe(204);
  const told = await post.waitFor((mail) => mail.to.includes(fixture.emails.antonio));
  expect(told.text).toContain('rocco ha corretto l’indirizzo');
  // His telephone is still the secretary's to correct.
  expect((await correct('silvia', 'antonio', { ...rivello(), ...wanted, phone: null })).status).toBe(204);
});

test('an address that has an account is refused, and a person of others is not there', async () => {
  const taken = await correct('rocco', 'nadia', { ...union(), ...right('Nadia', fixture.emails.marta) });
  expect([taken.status, taken.json['code']]).toEqual([409, 'PER-01']);
  const foreign = await correct('silvia', 'nadia', { ...rivello(), ...right('Nadia', 'n@x.example') });
  expect(foreign.status).toBe(404);
  const own = await correct('giulia', 'giulia', { ...rivello(), ...right('Giulia', 'altra@x.example') });
  expect([own.status, own.json['code']]).toEqual([403, 'ACC-06']);
});

test('a desk officer corrects how people of the comuni are reached, and lets nobody in that way', async () => {
  const invited = { ...union(), person: fixture.people.nadia };
  await ask(api, { method: 'POST', url: '/invitations', body: invited, cookie: cookies.rocco });
  const seen = await ask(api, { url: `/people/${fixture.people.nadia}`, cookie: cookies.marta });
  expect(seen.json['correctable']).toEqual(['email', 'phone']);
  const { name } = seen.json as { name: string };
  const moved = { ...union(), ...right(name, 'qualcun.altro@x.example') };
  expect((await correct('marta', 'nadia', moved)).status).toBe(204);
  // The invitation ended with the old address: the new one opens nothing until somebody invites again.
  await ask(api, { method: 'POST', url: '/sign-in-codes', body: { email: 'qualcun.altro@x.example' } });
  const codes = await fixture.owner('select 1 from sign_in_code where person_id = $1', [
    fixture.people.nadia,
  ]);
  expect(codes).toEqual([]);
  const again = await ask(api, { method: 'POST', url: '/invitations', body: invited, cookie: cookies.marta });
  expect([again.status, again.json['code']]).toEqual([403, 'ACC-06']);
});

test('the address of who has come in, a name and the office’s own people are not a desk officer’s', async () => {
  const { json } = await ask(api, { url: `/people/${fixture.people.antonio}`, cookie: cookies.marta });
  const { name, email } = json as { name: string; email: string };
  expect(json['correctable']).toEqual(['phone']);
  const refused = async (body: object, who: Name = 'antonio') => {
    const answer = await correct('marta', who, { ...union(), ...body });
    return [answer.status, answer.json['code']];
  };
  expect(await refused(right(name, 'preso@x.example'))).toEqual([403, 'PER-14']);
  expect(await refused(right('Un altro', email))).toEqual([403, 'PER-18']);
  expect(await refused(right('rocco', fixture.emails.rocco), 'rocco')).toEqual([403, 'ACC-06']);
  expect(await refused(right('marta', 'altra@x.example'), 'marta')).toEqual([403, 'ACC-06']);
  expect((await correct('marta', 'antonio', { ...union(), ...right(name, email) })).status).toBe(204);
});

test.each([
  ['marta', 'antonio', 'the address of who has come in'],
  ['marta', 'rocco', 'the office’s own people'],
  ['silvia', 'nadia', 'people of another comune'],
  ['aurora', 'nadia', 'anybody'],
  ['estranea', 'nadia', 'another union'],
] as const)('the database does not let %s move the address of %s: %s', async (by, whose, _what) => {
  const move = fixture.as(by, (manager) =>
    manager.query('select correct_contacts($1, $2, null, null)', [fixture.people[whose], 'preso@x.example']),
  );
  await expect(move).rejects.toThrow(/not for the office to correct/);
});

test('people correct their own telephone', async () => {
  const put = (phone: string | null) =>
    ask(api, { method: 'PUT', url: '/me/phone', body: { phone }, cookie: cookies.nadia });
  expect((await put('0973 333 444')).status).toBe(204);
  expect((await ask(api, { url: '/me', cookie: cookies.nadia })).json['phone']).toBe('0973 333 444');
  expect((await put('1')).status).toBe(422);
});

test('an absence that will not be is taken back', async () => {
  const url = `/people/${fixture.people.silvia}/absences`;
  const away = { ...rivello(), from: '2099-08-10', to: '2099-08-20' };
  await ask(api, { method: 'POST', url, body: away, cookie: cookies.silvia });
  const cancel = () =>
    ask(api, {
      method: 'POST',
      url: `${url}/cancellation`,
      body: { ...rivello(), from: away.from },
      cookie: cookies.silvia,
    });
  expect((await cancel()).status).toBe(204);
  expect((await ask(api, { url: '/me', cookie: cookies.silvia })).json['absences']).toEqual([]);
  const again = await cancel();
  expect([again.status, again.json['code']]).toEqual([409, 'PER-15']);
});
