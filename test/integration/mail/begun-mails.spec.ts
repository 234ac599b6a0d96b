import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import type { Actor } from '#domain/access/can.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { Letters } from '#notifications/letters.js';
import { SmtpMailer } from '#notifications/smtp/mailer.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresFilesInSight } from '#persistence/document/stored-files.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { PostgresMailQueries } from '#persistence/message/mail-queries.js';
import { PostgresMailStore } from '#persistence/message/mail-store.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { PostgresOutbox } from '#persistence/wake/outbox.js';
import { ReadToday } from '#use-cases/desk/read-today.js';
import { ListMessages } from '#use-cases/message/list-messages.js';
import type { Mail, Mailer } from '#use-cases/ports/mailer.js';
import { DeliverMail, TryAgainLater } from '#use-cases/post/deliver-mail.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { StatusController } from '../../../apps/api/src/status/status.controller.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall, type LaunchedCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';
import { SmtpCatcher } from '../../support/smtp-catcher.js';

// On 6 September 2024, at 8:00, five referents are reminded of the call's end on 20 September; the mail server is away.
const COMUNI = ['Rivello', 'Trecchina', 'Nemoli', 'Lauria', 'Maratea'];
const OLD_END = '20 settembre';

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let owner: pg.Client;
let union: MadeUpUnion;
let clock: SetClock;
let box: PostBox;
let launched: LaunchedCall;
let catcher: SmtpCatcher;
let mailer: SmtpMailer;

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner, COMUNI);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  clock = SetClock.at('2024-05-08', '09:00');
  catcher = await SmtpCatcher.start();
  mailer = new SmtpMailer({ url: catcher.url });
  box = new PostBox(new PostgresMailStore(worker), clock, new Letters(), {
    from: { name: 'Ufficio ICT', address: 'avvisi@unione.example' },
    office: { unionName: 'U', officeName: 'ICT', phone: '0973', email: 'ict@unione.example', signature: 'X' },
    answersUrl: 'https://capofila.example',
  });
  launched = await launchCall(app, new CaseRecord(new PostgresCaseStore(app), clock), union);
  for (const comune of COMUNI) await act(comune, participation('2024-05-08', 'yes'));
  clock.set('2024-09-06', '08:00');
  for (const comune of COMUNI) await look(comune);
});

afterEach(async () => {
  mailer.close();
  await catcher.stop();
  await owner.end();
  await app.destroy();
  await worker.destroy();
  await database.drop();
});

const cases = () => new CaseRecord(new PostgresCaseStore(worker), clock);
const idOf = (comune: string) => launched.applications[comune]?.id ?? '';
const referent = (comune: string) => union.people[`referent@${comune}`] ?? '';
const look = (comune: string) => cases().look(idOf(comune));

async function act(comune: string, fact: NewFact) {
  const done = await cases().record({ as: 'worker' }, idOf(comune), () => [{ fact }]);
  if (!done.ok) throw new Error(done.refused.code);
}

function participation(on: LocalDate, outcome: 'yes' | 'no'): NewFact {
  const body = { milestone: 'participation', outcome, data: {} };
  return { type: 'milestone.recorded', legalDate: on, legalSource: 'declared', channel: 'phone', body };
}

const extension: NewFact = {
  type: 'term.amended',
  legalDate: '2024-09-06',
  legalSource: 'declared',
  channel: 'web',
  body: {
    term: 'callEnd',
    kind: 'extension',
    act: 'Decreto n. 9/2024',
    actDate: '2024-09-06',
    knownOn: '2024-09-06',
    newEnd: '2024-10-31',
  },
};

/** Another referent from that day; the one before keeps the account. */
async function newReferent(comune: string): Promise<string> {
  const person = uuid();
  await owner.query(`update membership set to_date = '2024-09-05' where person_id = $1`, [referent(comune)]);
  await owner.query(
    `insert into person (id, union_id, name, email, phone)
       values ($1, $2, 'Nuovo Referente', 'nuovo@comuni.example', '1')`,
    [person, union.id],
  );
  await owner.query(
    `insert into membership (id, union_id, person_id, body_id, role, from_date)
       values (gen_random_uuid(), $1, $2, $3, 'referent', '2024-09-06')`,
    [union.id, person, union.comuni[comune]],
  );
  return person;
}

/** Everybody's post for as long as something is due now. */
async function deliver(by: Mailer): Promise<void> {
  const post = new DeliverMail(box, by);
  const { rows } = await owner.query<{ id: string }>('select id from person order by id');
  for (const { id } of rows) {
    for (let next = await box.next(id); next?.waitMs === 0; next = await box.next(id)) {
      const outcome = await post.run(id, next.slot).catch((error: unknown) => {
        if (error instanceof TryAgainLater) return 'later' as const;
        throw error;
      });
      if (outcome === 'later') break;
    }
  }
}

const caughtBy = (address: string) =>
  catcher.messages
    .filter((each) => each.to.includes(address))
    .map(({ subject, text }) => ({ subject, text }));
const mailsOf = async (person: string) =>
  (
    await owner.query<{ state: string; message_id: string; replaces: string | null }>(
      'select state, message_id, replaces from mail where person_id = $1',
      [person],
    )
  ).rows;

test('after an outage in which everything changed only true mails arrive', async () => {
  const address = catcher.url;
  const { port } = catcher;
  await catcher.stop();
  const away = new SmtpMailer({ url: address });
  await deliver(away);
  away.close();
  for (const comune of COMUNI) {
    expect(await mailsOf(referent(comune))).toMatchObject([{ state: 'sending' }]);
  }
  const [unchanged] = await mailsOf(referent('Maratea'));

  clock.set('2024-09-06', '09:30');
  await act('Rivello', extension);
  for (const paper of ['participationAct', 'serviceList']) await act('Trecchina', filed(paper));
  await act('Nemoli', withdrawal);
  const successor = await newReferent('Lauria');
  for (const comune of COMUNI) await look(comune);

  catcher = await SmtpCatcher.start({ port });
  clock.set('2024-09-06', '10:00');
  await deliver(mailer);
  expect(caughtBy('referent.rivello@comuni.example')).toEqual([]);
  expect(caughtBy('referent.trecchina@comuni.example')).toEqual([]);
  expect(caughtBy('referent.nemoli@comuni.example')).toEqual([]);
  expect(caughtBy('referent.lauria@comuni.example')).toEqual([]);
  expect(await mailsOf(successor)).toMatchObject([{ state: 'sent' }]);
  expect(caughtBy('nuovo@comuni.example')).toHaveLength(1);
  expect(caughtBy('referent.maratea@comuni.example')).toHaveLength(1);
  expect(catcher.messages.map((each) => each.messageId)).toContain(`<${unchanged?.message_id}>`);
});

function filed(requirement: string): NewFact {
  return {
    type: 'document.filed',
    legalDate: '2024-09-06',
    legalTime: '09:30:00',
    legalSource: 'received',
    channel: 'web',
    body: { requirement, document: uuid(), sha256: 'a'.repeat(64), bytes: 1, mediaType: 'application/pdf' },
  };
}

const withdrawal: NewFact = {
  type: 'milestone.recorded',
  legalDate: '2024-09-06',
  legalSource: 'declared',
  channel: 'web',
  body: { milestone: 'withdrawalRequested', data: {}, proof: uuid() },
};

test('within ten minutes an outage of the mail server is seen in the status, on Oggi and over Messaggi', async () => {
  const { port, url } = catcher;
  await catcher.stop();
  const away = new SmtpMailer({ url });
  await deliver(away);
  clock.set('2024-09-06', '08:03');
  expect(await seen()).toEqual({ status: 'ok', minutes: 0 });
  // The fifth try.
  clock.set('2024-09-06', '08:06');
  await deliver(away);
  away.close();
  expect(await seen()).toMatchObject({
    status: 'delayed',
    minutes: 6,
    today: expect.stringMatching(
      /^Il server di posta non prende e-mail: la prima non è partita alle 8\. \d+ e-mail aspettano/,
    ),
    messages: expect.stringContaining('(SYS-08)'),
  });
  catcher = await SmtpCatcher.start({ port });
  await deliver(mailer);
  expect(await seen()).toEqual({ status: 'ok', minutes: 0 });
});

/** What the API tells an officer of the mail server. */
async function seen() {
  const { status, mailWaitsMinutes: minutes } = await new StatusController(
    new PostgresOutbox(app),
    new PostgresFilesInSight(app),
    clock,
    false,
  ).status();
  const queries = new PostgresDeskQueries(app);
  const officer: Actor = {
    person: union.people['deskOfficer'] ?? '',
    union: union.id,
    unionBody: union.body,
    memberships: [{ role: 'deskOfficer', body: union.body }],
  };
  const { outage: today } = await new ReadToday(queries, new PostgresFilesInSight(app), clock).run(officer);
  const listed = await new ListMessages(new PostgresMailQueries(app), queries, clock).run(officer, {});
  return {
    status,
    minutes,
    ...(today === undefined ? {} : { today }),
    ...(listed.outage === undefined ? {} : { messages: listed.outage }),
  };
}

test('who perhaps read a date that has moved is told the new one, and the first mail is not repeated', async () => {
  const silent: Mailer = {
    send: async (_mail: Mail) => ({ kind: 'retry', code: 'ETIMEDOUT', response: '' }),
  };
  await deliver(silent);
  clock.set('2024-09-06', '09:30');
  await act('Rivello', extension);
  await owner.query('delete from wake');
  clock.set('2024-09-06', '10:00');
  await deliver(mailer);
  const wakes = await owner.query<{ target: string }>(`select target from wake where kind = 'application'`);
  expect(wakes.rows.map(({ target }) => target)).toContain(idOf('Rivello'));
  await look('Rivello');
  clock.set('2024-09-06', '10:05');
  await deliver(mailer);
  const [told, ...more] = caughtBy('referent.rivello@comuni.example');
  expect(more).toEqual([]);
  expect(told?.text).toContain('31 ottobre');
  expect(told?.text).toContain(OLD_END);
});

test('the key of a mail that was written anew is the only one that still answers', async () => {
  const silent: Mailer = {
    send: async (_mail: Mail) => ({ kind: 'retry', code: 'ETIMEDOUT', response: '' }),
  };
  await deliver(silent);
  const keyIn = (text: string) => /risposte\/([\w-]{20,})/.exec(text)?.[1] ?? '';
  const first = await owner.query<{ text_body: string }>('select text_body from mail where person_id = $1', [
    referent('Maratea'),
  ]);
  const old = keyIn(first.rows[0]?.text_body ?? '');
  expect(await answersBy(old)).toBe(true);
  clock.set('2024-09-06', '09:30');
  await act('Maratea', filed('participationAct'));
  clock.set('2024-09-06', '10:00');
  await deliver(mailer);
  const [arrived] = caughtBy('referent.maratea@comuni.example');
  expect(arrived?.text).toMatch(/^Buongiorno referent,\n\nquesta e-mail sostituisce la precedente/);
  expect(await answersBy(old)).toBe(false);
  expect(await answersBy(keyIn(arrived?.text ?? ''))).toBe(true);
});

/** Whether a key may be used on the day of the test. */
async function answersBy(key: string): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select 1 from reminder_token where hash = $1 and used_at is null and expires_at > '2024-09-06'`,
    [createHash('sha256').update(key).digest('hex')],
  );
  return rowCount === 1;
}
