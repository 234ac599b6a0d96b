import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresMailStore } from '#persistence/message/mail-store.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { Letters } from '#notifications/letters.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { SendOutcome } from '#use-cases/ports/mailer.js';
import { Watchdog } from '../../../apps/worker/src/relay/watchdog.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { eventually } from '../../support/eventually.js';
import { launchCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let owner: pg.Client;
let union: MadeUpUnion;
let clock: SetClock;
let box: PostBox;
let rivello: string;

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  clock = SetClock.at('2024-05-08', '09:00');
  box = new PostBox(new PostgresMailStore(worker), clock, new Letters(), {
    from: { name: 'Ufficio ICT', address: 'avvisi@unione.example' },
    office: { unionName: 'U', officeName: 'ICT', phone: '0973', email: 'ict@unione.example', signature: 'X' },
    answersUrl: 'https://capofila.example',
  });
  await owner.query(
    `insert into person (id, union_id, name, email) values (gen_random_uuid(), $1, 'Ex Ufficiale', 'ex@unione.example')`,
    [union.id],
  );
  await owner.query(
    `insert into membership (id, union_id, person_id, body_id, role, from_date, to_date)
     select gen_random_uuid(), $1, id, $2, 'deskOfficer', '2019-01-01', '2021-01-01' from person where name = 'Ex Ufficiale'`,
    [union.id, union.body],
  );
  const { applications } = await launchCall(app, new CaseRecord(new PostgresCaseStore(app), clock), union);
  rivello = applications['Rivello']?.id ?? '';
});

afterEach(async () => {
  await owner.end();
  await app.destroy();
  await worker.destroy();
  await database.drop();
});

/** Everybody's post for as long as something is due now, with the same answer of the mail server; how many mails. */
async function deliverAll(outcome: SendOutcome): Promise<number> {
  for (let mails = 0; ;) {
    const before = mails;
    const { rows } = await owner.query<{ person_id: string }>(
      `select distinct person_id from message where state = 'pending'`,
    );
    for (const { person_id: person } of rows) {
      const next = await box.next(person);
      if (next?.waitMs !== 0) continue;
      const mail = await box.claim(person, next.slot);
      if (mail === undefined) continue;
      mails += 1;
      await box.settle(mail.id, outcome);
    }
    if (mails === before) return mails;
    if (mails > 100) throw new Error('mail makes mail without end');
  }
}

const news = async () =>
  (
    await owner.query<{ name: string; about: string; state: string }>(
      `select p.name, m.params ->> 'about' as about, m.params ->> 'state' as state
         from message m join person p on p.id = m.person_id
        where m.params ->> 'news' = 'deadAddress' order by p.name, about`,
    )
  ).rows;

test('when no address takes mail the news of it comes to an end', async () => {
  clock.set('2024-05-09', '08:00');
  const mails = await deliverAll({ kind: 'dead', code: '550', response: '550 unknown' });
  expect(mails).toBeGreaterThan(2);
  const told = await news();
  expect(new Set(told.map((each) => `${each.name} ${each.about}`)).size).toBe(told.length);
});

test('a dead address is told to those who work in the office today, once', async () => {
  const mayor = union.people['legalRepresentative@Rivello'] ?? '';
  // The invitation, and the reminder of it four working days later.
  for (const day of ['2024-05-09', '2024-05-15'] as const) {
    clock.set(day, '08:00');
    await new CaseRecord(new PostgresCaseStore(worker), clock).look(rivello);
    const next = await box.next(mayor);
    const mail = await box.claim(mayor, next?.slot ?? '');
    await box.settle(mail?.id ?? '', { kind: 'dead', code: '550', response: 'x' });
  }
  expect(await news()).toEqual([
    { name: 'deskOfficer ULL', about: mayor, state: 'dead' },
    { name: 'headOfOffice ULL', about: mayor, state: 'dead' },
  ]);
});

test('who gives a mail up waits for whoever is settling it, and then leaves it as it is', async () => {
  const mayor = union.people['legalRepresentative@Rivello'] ?? '';
  clock.set('2024-05-09', '08:00');
  const next = await box.next(mayor);
  const mail = await box.claim(mayor, next?.slot ?? '');
  await owner.query('begin');
  await owner.query(`update mail set state = 'sent' where id = $1`, [mail?.id]);
  const given = box.giveUp(mayor, next?.slot ?? '');
  await eventually(async () => {
    const { rowCount } = await owner.query(
      'select from pg_locks where not granted and transactionid = pg_current_xact_id()::xid',
    );
    return rowCount === 1;
  });
  await owner.query('commit');
  await given;
  expect((await owner.query('select state, attempts from mail')).rows).toEqual([
    { state: 'sent', attempts: 0 },
  ]);
  expect(await news()).toEqual([]);
});

test('a letter on record keeps no secret of its answers once it was sent', async () => {
  const referent = union.people['referent@Rivello'] ?? '';
  const act = (by: CaseRecord, facts: { fact: NewFact }[]) =>
    by.record({ as: 'worker' }, rivello, () => facts);
  const yes: NewFact = {
    type: 'milestone.recorded',
    legalDate: '2024-05-08',
    legalSource: 'declared',
    channel: 'phone',
    body: { milestone: 'participation', outcome: 'yes', data: {} },
  };
  await act(new CaseRecord(new PostgresCaseStore(worker), clock), [{ fact: yes }]);
  clock.set('2024-09-06', '08:00');
  await act(new CaseRecord(new PostgresCaseStore(worker), clock), []);
  const next = await box.next(referent);
  const mail = await box.claim(referent, next?.slot ?? '');
  const secret = /risposte\/([\w-]{20,})/.exec(mail?.text ?? '')?.[1] ?? 'none';
  expect(mail?.html).toContain(secret);
  await box.settle(mail?.id ?? '', { kind: 'accepted', response: '250 ok' });
  const { rows } = await owner.query<{ kept: string }>(
    `select text_body || html_body as kept from mail where state = 'sent'`,
  );
  expect(rows[0]?.kept).toContain('/risposte/...');
  expect(rows[0]?.kept).not.toContain(secret);
});

test('the watchdog wakes a forgotten case and forgotten post, and leaves alone what is right to wait', async () => {
  const watchdog = new Watchdog(worker, clock, box);
  await owner.query('delete from wake');
  expect(await watchdog.look()).toEqual({ cases: 0, posts: 0 });
  clock.set('2024-05-09', '08:11');
  const woken = await watchdog.look();
  expect(woken.posts).toBeGreaterThan(0);
  // A mail on its way, however long the mail server takes, is nobody's forgetting.
  const mayor = union.people['legalRepresentative@Rivello'] ?? '';
  const next = await box.next(mayor);
  const mail = await box.claim(mayor, next?.slot ?? '');
  await box.settle(mail?.id ?? '', { kind: 'retry', code: '421', response: 'later' });
  await owner.query('delete from wake');
  await watchdog.look();
  const { rows } = await owner.query<{ target: string }>(`select target from wake where kind = 'post'`);
  const targets = rows.map((row) => row.target);
  expect(targets).toContain(union.people['legalRepresentative@Trecchina']);
  expect(targets).not.toContain(mayor);
});
