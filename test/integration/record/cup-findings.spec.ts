import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresCaseFiles } from '#persistence/application/case-files.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asWorker } from '#persistence/scoped.js';
import { explain } from '#domain/application/explain/explain.js';
import type { NewFact } from '#domain/fact/fact.js';
import { caseOf } from '#use-cases/application/page/application-page.js';
import type { Acting } from '#use-cases/ports/acting.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall, type LaunchedCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

const CUP = 'J81F22003840006';
let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let union: MadeUpUnion;
let record: CaseRecord;
let applications: LaunchedCall['applications'];

const by = (key: string): Acting => ({ as: 'person', person: union.people[key] ?? '' });
const id = (name: string) => applications[name]?.id ?? '';

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  record = new CaseRecord(new PostgresCaseStore(app), SetClock.at('2024-06-10'));
  ({ applications } = await launchCall(app, record, union));
});

afterEach(async () => {
  await app.destroy();
  await worker.destroy();
  await database.drop();
});

const carries = (cup: string): NewFact => ({
  type: 'milestone.recorded',
  legalDate: '2024-06-10',
  legalTime: '08:30:00',
  legalSource: 'declared',
  channel: 'web',
  body: { milestone: 'cup', proof: 'proof', data: { cup } },
});

const news = (): Promise<{ application_id: string; params: { with: string; code: string } }[]> =>
  asWorker(worker, (manager) =>
    manager.query(`select application_id, params from message where params->>'news' = 'finding'`),
  );

test('a CUP of another comune is found whoever records it, and the office is told once', async () => {
  await record.record(by('referent@Rivello'), id('Rivello'), () => [{ fact: carries(CUP) }]);
  const second = await record.record(by('referent@Trecchina'), id('Trecchina'), () => [
    { fact: carries('J81F 2200 384 0006') },
  ]);
  expect(second).toMatchObject({
    ok: true,
    value: { wait: { sentence: expect.stringContaining('il CUP risulta di un altro ente') } },
  });
  const number = applications['Rivello']?.number;
  const finding = {
    id: `CUP-12:${number}`,
    code: 'CUP-12',
    cup: CUP,
    number,
    sentence: expect.stringContaining(`L’altra candidatura è la ${number}.`),
    holds: true,
  };
  expect(second).toMatchObject({ value: { findings: [finding] } });
  const file = await new PostgresCaseFiles(app).read(union.people['deskOfficer'] ?? '', id('Trecchina'));
  if (!second.ok || file === undefined) throw new Error('recorded');
  const read = caseOf(file);
  expect(read.findings).toEqual([finding]);
  expect(explain(read, file.ahead, 'Trecchina').sentence).toBe(second.value.wait.sentence);
  expect(await news()).toEqual([
    {
      application_id: id('Trecchina'),
      params: {
        news: 'finding',
        id: `CUP-12:${number}`,
        code: 'CUP-12',
        cup: CUP,
        with: number,
        holds: true,
      },
    },
  ]);
  await record.record(by('referent@Trecchina'), id('Trecchina'), () => []);
  expect(await news()).toHaveLength(1);
});

test('a finding that is resolved with a reason is no longer said', async () => {
  await record.record(by('deskOfficer'), id('Rivello'), () => [{ fact: carries(CUP) }]);
  await record.record(by('deskOfficer'), id('Trecchina'), () => [{ fact: carries(CUP) }]);
  const resolved = await record.record(by('deskOfficer'), id('Trecchina'), () => [
    {
      fact: {
        type: 'finding.resolved',
        legalDate: '2024-06-10',
        legalSource: 'declared',
        channel: 'web',
        body: { finding: `CUP-12:${applications['Rivello']?.number}`, reason: 'fusione di comuni' },
      },
    },
  ]);
  expect(resolved).toMatchObject({
    ok: true,
    value: { findings: [], wait: { sentence: expect.not.stringContaining('Da chiarire') } },
  });
});

test('the same comune that withdrew and applied again keeps its CUP, and nobody is told anything', async () => {
  const fact = (milestone: string): NewFact => ({
    type: 'milestone.recorded',
    legalDate: '2024-06-10',
    legalSource: 'declared',
    channel: 'web',
    body: { milestone, proof: 'proof', data: {} },
  });
  await record.record(by('deskOfficer'), id('Rivello'), () => [
    { fact: carries(CUP) },
    { fact: fact('withdrawalRequested') },
    { fact: fact('withdrawalDecreed') },
  ]);
  const call: { call_id: string }[] = await asWorker(worker, (manager) =>
    manager.query('select call_id from application where id = $1', [id('Rivello')]),
  );
  const again = await record.apply(by('deskOfficer'), call[0]?.call_id ?? '', {
    body: union.comuni['Rivello'] ?? '',
    amountCents: 2_314_700,
    participants: [],
  });
  if (!again.ok) throw new Error(again.refused.code);
  const recorded = await record.record(by('referent@Rivello'), again.value.id, () => [
    { fact: carries(CUP) },
  ]);
  expect(recorded).toMatchObject({
    ok: true,
    value: { wait: { sentence: expect.not.stringContaining('Da chiarire') } },
  });
  expect(await news()).toEqual([]);
});

test('a union cannot ask for the CUP of another', async () => {
  await record.record(by('deskOfficer'), id('Rivello'), () => [{ fact: carries(CUP) }]);
  const other = await makeUpUnion(database.urls.owner, ['Altrove'], 'ALT');
  const rows: unknown[] = await app.transaction(async (manager) => {
    await manager.query(`select set_config('app.user', $1, true)`, [other.people['deskOfficer']]);
    return manager.query('select * from cup_uses($1, $2)', [union.id, CUP]);
  });
  expect(rows).toEqual([]);
});

test('a proof on an application that had ended, while a new one lives: taken, asked about, and gone with the other', async () => {
  const act = (milestone: string, more: { outcome?: string; proof?: string }): NewFact => ({
    type: 'milestone.recorded',
    legalDate: '2024-06-10',
    legalTime: '08:30:00',
    legalSource: 'declared',
    channel: 'web',
    body: { milestone, data: {}, ...more },
  });
  await record.record(by('deskOfficer'), id('Rivello'), () => [
    { fact: act('participation', { outcome: 'no' }) },
  ]);
  const [call]: { call_id: string }[] = await asWorker(worker, (manager) =>
    manager.query('select call_id from application where id = $1', [id('Rivello')]),
  );
  const body = union.comuni['Rivello'] ?? '';
  const again = await record.apply(by('deskOfficer'), call?.call_id ?? '', {
    body,
    amountCents: 2_314_700,
    participants: [],
  });
  if (!again.ok) throw new Error(again.refused.code);
  const sent = await record.record(by('referent@Rivello'), id('Rivello'), () => [
    { fact: act('submission', { proof: 'receipt' }) },
  ]);
  expect(sent).toMatchObject({
    ok: true,
    value: { findings: [{ code: 'INVIO-01' }, { code: 'INVIO-02', number: again.value.number }] },
  });
  await asWorker(worker, (manager) => manager.query('delete from wake'));
  const closed = await record.record(by('deskOfficer'), again.value.id, () => [
    {
      fact: {
        type: 'application.closed',
        legalDate: '2024-06-10',
        legalSource: 'declared',
        channel: 'web',
        body: {},
      },
    },
  ]);
  expect(closed).toMatchObject({ ok: true });
  // Closing one wakes the other, which then has nothing to ask.
  const woken: { target: string }[] = await asWorker(worker, (manager) =>
    manager.query(`select target from wake where kind = 'application'`),
  );
  expect(woken.map(({ target }) => target)).toContain(id('Rivello'));
  const looked = await new CaseRecord(new PostgresCaseStore(worker), SetClock.at('2024-06-10')).look(
    id('Rivello'),
  );
  expect(looked).toMatchObject({ ok: true, value: { findings: [{ code: 'INVIO-01' }] } });
});
