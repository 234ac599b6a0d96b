import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { brokenLink } from '#use-cases/record/hash-chain.js';
import { asWorker } from '#persistence/scoped.js';
import { FactEntity } from '#persistence/stream/stream.entities.js';
import type { NewFact } from '#domain/fact/fact.js';
import type { Acting } from '#use-cases/ports/acting.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall, type LaunchedCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let union: MadeUpUnion;
let clock: SetClock;
let record: CaseRecord;
let byWorker: CaseRecord;
let applications: LaunchedCall['applications'];
let call: string;

const person = (key: string): Acting => ({ as: 'person', person: union.people[key] ?? '' });

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  clock = SetClock.at('2024-05-08');
  record = new CaseRecord(new PostgresCaseStore(app), clock);
  byWorker = new CaseRecord(new PostgresCaseStore(worker), clock);
  const launched = await launchCall(app, record, union);
  call = launched.call;
  applications = launched.applications;
});

afterEach(async () => {
  await app.destroy();
  await worker.destroy();
  await database.drop();
});

function yes(actor: string): NewFact {
  return {
    type: 'milestone.recorded',
    legalDate: '2024-05-08',
    legalTime: '08:59:00',
    legalSource: 'received',
    channel: 'web',
    actor: union.people[actor] ?? '',
    body: { milestone: 'participation', outcome: 'yes', data: {} },
  };
}

const rivello = () => applications['Rivello']?.id ?? '';

test('launching opens one numbered application a comune, decided and ready to be woken', async () => {
  const rows: { number: string; stage: string; next_moment: Date }[] = await asWorker(worker, (manager) =>
    manager.query('select number, stage, next_moment from application order by number'),
  );
  expect(rows.map((row) => [row.number, row.stage])).toEqual([
    ['ULL-2024-0001', 'decision'],
    ['ULL-2024-0002', 'decision'],
  ]);
  const wakes: { kind: string }[] = await asWorker(worker, (manager) =>
    manager.query('select kind from wake order by kind'),
  );
  expect(wakes.map((row) => row.kind).filter((kind) => kind !== 'post')).toEqual([
    'application',
    'application',
    'call',
  ]);
  expect(wakes.some((row) => row.kind === 'post')).toBe(true);
});

test('a fact, its decisions and the projection stand in one commit', async () => {
  const recorded = await record.record(person('legalRepresentative@Rivello'), rivello(), () => [
    { fact: yes('legalRepresentative@Rivello') },
  ]);
  expect(recorded).toMatchObject({ ok: true, value: { stage: 'preparation', seq: 2, facts: [{ seq: 2 }] } });
  const rows: { stage: string; seq: number }[] = await asWorker(worker, (manager) =>
    manager.query('select stage, seq from application where id = $1', [rivello()]),
  );
  expect(rows).toEqual([{ stage: 'preparation', seq: 2 }]);
});

test('the chain of hashes verifies, and a changed body breaks it', async () => {
  await record.record(person('legalRepresentative@Rivello'), rivello(), () => [
    { fact: yes('legalRepresentative@Rivello'), detail: { note: 'Ne ha parlato la Giunta.' } },
  ]);
  const facts = await asWorker(worker, (manager) =>
    manager.find(FactEntity, { where: { streamId: rivello() }, order: { seq: 'ASC' } }),
  );
  expect(brokenLink(facts)).toBeUndefined();
  expect(
    brokenLink(facts.map((fact) => (fact.seq === 2 ? { ...fact, legalDate: '2024-05-07' } : fact))),
  ).toBe(2);
});

test('facts can be neither changed nor deleted, not even by their owner', async () => {
  for (const source of [app, worker]) {
    await expect(source.query(`update fact set type = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(source.query('delete from fact')).rejects.toThrow(/permission denied/);
  }
  const owner = await openDataSource({ url: database.urls.owner });
  await expect(owner.query(`update fact set type = 'x'`)).rejects.toThrow(/append-only/);
  await expect(owner.query('delete from fact')).rejects.toThrow(/append-only/);
  await owner.destroy();
});

test('a refused fact leaves nothing behind', async () => {
  const refused = await record.record(person('legalRepresentative@Rivello'), rivello(), () => [
    { fact: { ...yes('legalRepresentative@Rivello'), legalDate: '2024-05-09' } },
  ]);
  expect(refused).toMatchObject({ ok: false, refused: { code: 'FATTO-01' } });
  const rows: { count: string }[] = await asWorker(worker, (manager) =>
    manager.query('select count(*) from fact where stream_id = $1', [rivello()]),
  );
  expect(rows).toEqual([{ count: '1' }]);
});

test('a call is woken when an application ends, and when it is opened again', async () => {
  const wakesOfCalls = async () => {
    const taken: unknown[] = await asWorker(worker, (manager) =>
      manager.query(`with gone as (delete from wake returning kind) select 1 from gone where kind = 'call'`),
    );
    return taken.length;
  };
  const act = (fact: object) =>
    record.record(person('deskOfficer'), rivello(), () => [
      {
        fact: {
          legalDate: '2024-05-08',
          legalSource: 'declared',
          channel: 'web',
          ...fact,
        } as unknown as NewFact,
      },
    ]);
  await wakesOfCalls();
  const closed = await act({ type: 'application.closed', body: { reason: 'prova' } });
  expect(await wakesOfCalls()).toBe(1);
  const corrects = closed.ok ? closed.value.facts[0]?.id : '';
  await act({ type: 'fact.voided', corrects, body: { reason: 'per errore' } });
  expect(await wakesOfCalls()).toBe(1);
  await act({ type: 'outside.checked', body: { stage: 'decision' } });
  expect(await wakesOfCalls()).toBe(0);
});

test('another comune’s application does not exist for a referent', async () => {
  const seen = await record.record(person('referent@Trecchina'), rivello(), () => []);
  expect(seen).toMatchObject({ ok: false, refused: { code: 'CASO-404' } });
});

test('ten writers at once take ten numbers in a row', async () => {
  const promise = (n: number): NewFact => ({
    type: 'promise.made',
    legalDate: '2024-05-08',
    legalSource: 'declared',
    channel: 'phone',
    actor: union.people['deskOfficer'] ?? '',
    body: {
      person: union.people['referent@Rivello'] ?? '',
      until: `2024-06-${String(10 + n)}` as '2024-06-10',
    },
  });
  const all = await Promise.all(
    Array.from({ length: 10 }, (_, n) =>
      record.record(person('deskOfficer'), rivello(), () => [{ fact: promise(n) }]),
    ),
  );
  const seqs = all
    .map((each) => (each.ok ? each.value.facts[0]?.seq : 0))
    .toSorted((a, b) => Number(a) - Number(b));
  expect(seqs).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
});

test('the same request twice is recorded once and answered alike', async () => {
  const again = { key: 'k1', requestHash: 'h1' };
  const act = () =>
    record.record(
      person('legalRepresentative@Rivello'),
      rivello(),
      () => [{ fact: yes('legalRepresentative@Rivello') }],
      again,
    );
  const first = await act();
  expect(await act()).toEqual(first);
  const other = await record.record(person('legalRepresentative@Rivello'), rivello(), () => [], {
    ...again,
    requestHash: 'h2',
  });
  expect(other).toMatchObject({ ok: false, refused: { code: 'API-02' } });
});

test('advancing again decides nothing twice and wakes nobody', async () => {
  clock.set('2024-05-23');
  await byWorker.look(rivello());
  const count = () =>
    asWorker(worker, async (manager) => {
      const rows: { facts: string; messages: string }[] = await manager.query(
        `select (select count(*) from fact) as facts, (select count(*) from message) as messages`,
      );
      return rows[0];
    });
  const before = await count();
  await byWorker.look(rivello());
  expect(await count()).toEqual(before);
});

test('an extension is one fact in the call and one wake-up for each application', async () => {
  await asWorker(worker, (manager) => manager.query('delete from wake'));
  clock.set('2024-09-10');
  const extended = await record.recordInCall(person('deskOfficer'), call, () => [
    {
      fact: {
        type: 'term.amended',
        legalDate: '2024-09-10',
        legalSource: 'declared',
        channel: 'web',
        actor: union.people['deskOfficer'] ?? '',
        body: {
          term: 'callEnd',
          kind: 'extension',
          act: 'Decreto di proroga',
          actDate: '2024-09-09',
          knownOn: '2024-09-10',
          newEnd: '2024-12-06',
        },
      },
    },
  ]);
  expect(extended).toMatchObject({ ok: true, value: { applications: 2 } });
  const seen = await byWorker.look(rivello());
  expect(seen).toMatchObject({ ok: true, value: { wait: { end: '2024-12-06' } } });
});

test('an extension that ends earlier is refused', async () => {
  const refused = await record.recordInCall(person('deskOfficer'), call, () => [
    {
      fact: {
        type: 'term.amended',
        legalDate: '2024-05-08',
        legalSource: 'declared',
        channel: 'web',
        actor: union.people['deskOfficer'] ?? '',
        body: {
          term: 'callEnd',
          kind: 'extension',
          act: 'Decreto',
          actDate: '2024-05-08',
          knownOn: '2024-05-08',
          newEnd: '2024-09-19',
        },
      },
    },
  ]);
  expect(refused).toMatchObject({ ok: false, refused: { code: 'TERM-07' } });
});
