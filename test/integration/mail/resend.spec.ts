import type { DataSource } from 'typeorm';
import type { Actor } from '#domain/access/can.js';
import { Letters } from '#notifications/letters.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresMailQueries } from '#persistence/message/mail-queries.js';
import { PostgresMailStore } from '#persistence/message/mail-store.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { PostgresPeople } from '#persistence/people/people.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import { ReadMail } from '#use-cases/message/read-mail.js';
import { ResendMail } from '#use-cases/message/resend-mail.js';
import type { SendOutcome } from '#use-cases/ports/mailer.js';
import { actorOf } from '#use-cases/ports/people.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

const DEAD: SendOutcome = { kind: 'dead', code: '550', response: '550 unknown' };
const ACCEPTED: SendOutcome = { kind: 'accepted', response: '250 ok' };

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let owner: DataSource;
let union: MadeUpUnion;
let clock: SetClock;
let box: PostBox;
let rivello: string;
let all: string[];

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  owner = await openDataSource({ url: database.urls.owner, poolSize: 1 });
  clock = SetClock.at('2024-05-08', '09:00');
  box = new PostBox(new PostgresMailStore(worker), clock, new Letters(), {
    from: { name: 'Ufficio ICT', address: 'avvisi@unione.example' },
    office: { unionName: 'U', officeName: 'ICT', phone: '0973', email: 'ict@unione.example', signature: 'X' },
  });
  const { applications } = await launchCall(app, new CaseRecord(new PostgresCaseStore(app), clock), union);
  rivello = applications['Rivello']?.id ?? '';
  all = Object.values(applications).map(({ id }) => id);
});

afterEach(async () => {
  await Promise.all([app, worker, owner].map((source) => source.destroy()));
  await database.drop();
});

const who = (name: string) => union.people[name] ?? '';
const mayor = () => who('legalRepresentative@Rivello');
const actor = async (name: string): Promise<Actor> => {
  const profile = await new PostgresPeople(app).profileOf(who(name));
  if (profile === undefined) throw new Error(name);
  return actorOf(profile);
};
const list = async (name: string, query = {}) =>
  new ListMessages(new PostgresMailQueries(app), new PostgresDeskQueries(app), clock).run(
    await actor(name),
    query,
  );
const read = async (name: string, id: string) =>
  new ReadMail(new PostgresMailQueries(app)).run(await actor(name), id);
const resend = async (id: string, name = 'deskOfficer') =>
  new ResendMail(new PostgresMailQueries(app), clock).run(await actor(name), union.body, id);
const newAddress = () =>
  owner.query(`update person set email = 'nuovo@rivello.example' where id = $1`, [mayor()]);

/** The mayor's next mail, with an answer of the mail server. */
async function deliver(outcome: SendOutcome) {
  const next = await box.next(mayor());
  if (next?.waitMs !== 0) return undefined;
  const mail = await box.claim(mayor(), next.slot);
  if (mail !== undefined) await box.settle(mail.id, outcome);
  return mail;
}

test('what did not arrive goes again once the address is right: a new mail, the same messages, once', async () => {
  clock.set('2024-05-09', '08:00');
  const first = await deliver(DEAD);
  const id = first?.id ?? '';
  await expect(resend(id)).rejects.toMatchObject({ code: 'POSTA-03' });
  expect((await read('deskOfficer', id)).resend).toBe('sameAddress');
  await newAddress();
  expect((await read('deskOfficer', id)).resend).toBe('may');
  await owner.query('delete from wake');
  await resend(id);
  expect(await owner.query(`select kind, target from wake`)).toEqual([{ kind: 'post', target: mayor() }]);
  const second = await deliver(ACCEPTED);
  expect(second?.to.address).toBe('nuovo@rivello.example');
  expect(second?.subject).toBe(first?.subject);
  expect(second?.messageId).not.toBe(first?.messageId);
  await expect(resend(id)).rejects.toMatchObject({ code: 'POSTA-01' });
  expect(await deliver(ACCEPTED)).toBeUndefined();
  expect(await read('deskOfficer', id)).toMatchObject({
    state: 'dead',
    resend: 'no',
    resentAt: expect.any(String),
    outcome: expect.stringContaining('(550)'),
  });
});

test('two officers who press at once send it once', async () => {
  clock.set('2024-05-09', '08:00');
  const mail = await deliver(DEAD);
  await newAddress();
  const both = await Promise.allSettled([resend(mail?.id ?? ''), resend(mail?.id ?? '', 'headOfOffice')]);
  expect(both.map((each) => each.status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('what a newer message has told meanwhile is not told again', async () => {
  clock.set('2024-05-09', '08:00');
  const mail = await deliver(DEAD);
  await newAddress();
  clock.set('2024-05-15', '08:00');
  // A digest waits while a case was slept over.
  for (const id of all) await new CaseRecord(new PostgresCaseStore(worker), clock).look(id);
  expect(await deliver(ACCEPTED)).toBeDefined();
  await expect(resend(mail?.id ?? '')).rejects.toMatchObject({ code: 'POSTA-04' });
});

test('who has gone, and who is not of the office', async () => {
  clock.set('2024-05-09', '08:00');
  const id = (await deliver(DEAD))?.id ?? '';
  await owner.query(`update person set deactivated_at = now() where id = $1`, [mayor()]);
  await expect(resend(id)).rejects.toMatchObject({ code: 'POSTA-02' });
  await expect(resend(id, 'auditor')).rejects.toMatchObject({ code: 'ACC-06' });
  await expect(resend(id, 'referent@Trecchina')).rejects.toMatchObject({ code: 'ACC-404' });
});

test('the office reads all messages, a person the own; and the database holds to it', async () => {
  clock.set('2024-05-09', '08:00');
  const id = (await deliver(ACCEPTED))?.id ?? '';
  const all = await list('deskOfficer');
  expect(all.counts.sent).toBe(1);
  expect(new Set(all.messages.map((each) => each.person.name)).size).toBeGreaterThan(3);
  const [sent] = (await list('auditor', { state: 'sent' })).messages;
  expect(sent).toMatchObject({
    label: 'Invito a partecipare',
    applicant: 'Rivello',
    state: 'sent',
    mail: { id, state: 'sent', sentAt: '2024-05-09T08:00' },
  });
  const own = await list('legalRepresentative@Rivello');
  expect(new Set(own.messages.map((each) => each.person.id))).toEqual(new Set([mayor()]));
  expect((await list('secretary@Rivello', { person: mayor() })).messages).toEqual([]);
  await expect(read('secretary@Rivello', id)).rejects.toMatchObject({ code: 'ACC-404' });
  expect((await read('legalRepresentative@Rivello', id)).text).toContain('Rivello');
});

test('a long list goes on where the page before ended, and leaves nothing out', async () => {
  await owner.query(
    `insert into message (id, union_id, key, kind, person_id, application_id, deliver_at, digest, params, decided_at, state, why)
     select gen_random_uuid(), $1, 'many/' || n, 'reminder', $2, $3, '2024-05-01T08:00:00Z', true, '{}', now(), 'skipped', 'done'
       from generate_series(1, 230) n`,
    [union.id, mayor(), rivello],
  );
  const seen = new Set<string>();
  let before: string | undefined;
  let pages = 0;
  do {
    const page = await list('deskOfficer', { state: 'skipped', ...(before === undefined ? {} : { before }) });
    for (const each of page.messages) seen.add(each.id);
    before = page.next ?? undefined;
    pages += 1;
  } while (before !== undefined);
  expect([seen.size, pages]).toEqual([230, 3]);
});
