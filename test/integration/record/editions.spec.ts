import pg from 'pg';
import type { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { CallDefinition } from '#domain/call/definition.js';
import { apart, resolve } from '#domain/call/kind-and-edition.js';
import { EditionEntity } from '#persistence/call/call.entities.js';
import { definitionOf } from '#persistence/call/definition-of.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { openDataSource } from '#persistence/data-source.js';
import { Editions1767225600109 } from '#persistence/migrations/0009-editions.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asPerson, asWorker } from '#persistence/scoped.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { canonicalHash } from '#use-cases/ports/canonical-hash.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { verifyChains } from '#use-cases/record/verify-chains.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { sendDefinition } from '../../support/send-definition.js';
import { SetClock } from '../../support/set-clock.js';

const send = sendDefinition();
const named = { id: send.id, version: send.version };

let database: TestDatabase;
let app: DataSource;
let worker: DataSource;
let owner: pg.Client;
let union: MadeUpUnion;
let record: CaseRecord;
let officer: string;

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  worker = await openDataSource({ url: database.urls.worker });
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  record = new CaseRecord(new PostgresCaseStore(app), SetClock.at('2024-05-08'));
  officer = union.people['deskOfficer'] ?? '';
  await keepDefinition(new PostgresDefinitions(app), { as: 'person', person: officer }, send);
});

afterEach(async () => {
  await owner.end();
  await app.destroy();
  await worker.destroy();
  await database.drop();
});

function launch(comune: string, edition?: string) {
  const applicant = { body: union.comuni[comune] ?? '', amountCents: 2_314_700, participants: [] };
  return record.launch(
    { as: 'person', person: officer },
    {
      unionId: union.id,
      definition: { ...named, ...(edition === undefined ? {} : { edition }) },
      confirmed: [],
      applicants: [applicant],
      actor: officer,
    },
  );
}

async function launched(comune: string, edition?: string): Promise<string> {
  const outcome = await launch(comune, edition);
  if (!outcome.ok) throw new Error(outcome.refused.code);
  return outcome.value.call.id;
}

function definitionNow(call: string): Promise<CallDefinition> {
  return asWorker(worker, (manager) => definitionOf(manager, call));
}

/** As a program that has just started reads it: nothing is known of any call yet. */
async function definitionReadAnew(call: string): Promise<CallDefinition> {
  const fresh = `#persistence/call/definition-of.js?${uuid()}`;
  const module = (await import(fresh)) as { definitionOf: typeof definitionOf };
  return asWorker(worker, (manager) => module.definitionOf(manager, call));
}

/** A later edition of SEND: other title and end, the same kind. */
async function laterEdition(unionId: string | null = null): Promise<{ id: string; sha256: string }> {
  const { kind, edition } = apart(send);
  const end = edition.terms['callEnd'];
  if (end === undefined) throw new Error('SEND has an end');
  const body = {
    ...edition,
    title: 'SEND, seconda finestra',
    terms: { ...edition.terms, callEnd: { ...end, date: '2024-12-31' as const } },
  };
  const row = { id: uuid(), sha256: canonicalHash(resolve(kind, body)) };
  await asWorker(worker, (manager) =>
    manager.insert(EditionEntity, {
      ...row,
      kindId: send.id,
      kindVersion: send.version,
      unionId,
      body,
      loadedBy: null,
    }),
  );
  return row;
}

test('a launched call names its edition with the hash of the definition, in its row and in its first fact', async () => {
  const call = await launched('Rivello');
  const { rows } = await owner.query(
    `select c.definition_id, c.definition_version, c.edition_id, c.edition_sha256, f.body, e.loaded_by
       from call c join fact f on f.stream_id = c.id and f.seq = 1 join edition e on e.id = c.edition_id
      where c.id = $1`,
    [call],
  );
  const sha256 = canonicalHash(send);
  const [row] = rows;
  expect(row).toMatchObject({
    definition_id: send.id,
    definition_version: 1,
    edition_sha256: sha256,
    loaded_by: officer,
    body: { definition: send.id, version: 1, edition: { id: row.edition_id, sha256 } },
  });
  expect(await definitionNow(call)).toEqual(send);
});

test('two editions of one kind give two calls with other days and the same stages', async () => {
  const later = await laterEdition();
  const first = await definitionNow(await launched('Rivello'));
  const second = await definitionNow(await launched('Trecchina', later.id));
  const endOf = ({ terms }: CallDefinition) => terms.find(({ id }) => id === 'callEnd')?.rule.date;
  expect([first, second].map(endOf)).toEqual(['2024-09-20', '2024-12-31']);
  expect(second.title).toBe('SEND, seconda finestra');
  expect(second.stages).toEqual(first.stages);
});

test('live applications are counted over all editions of a kind', async () => {
  const later = await laterEdition();
  await launched('Rivello');
  expect(await launch('Rivello', later.id)).toMatchObject({ ok: false, refused: { code: 'AVV-04' } });
});

test('an edition can be neither changed nor deleted, not even by its owner', async () => {
  for (const source of [app, worker]) {
    await expect(source.query(`update edition set body = '{}'`)).rejects.toThrow(/permission denied/);
    await expect(source.query('delete from edition')).rejects.toThrow(/permission denied/);
  }
  await expect(owner.query(`update edition set body = '{}'`)).rejects.toThrow(/never changes/);
  await expect(owner.query('delete from edition')).rejects.toThrow(/never changes/);
  await expect(owner.query('truncate edition, call cascade')).rejects.toThrow(/never changes|append-only/);
});

test.each([
  ['edition', `update edition set body = jsonb_set(body, '{title}', '"Altro"')`],
  ['kind', `update definition set body = jsonb_set(body, '{funder}', '"Altri"')`],
  [
    'edition, with hashes that fit',
    `alter table call drop constraint call_edition;
     update edition set body = jsonb_set(body, '{title}', '"Altro"'), sha256 = 'x';
     update call set edition_sha256 = 'x'`,
  ],
])(
  'a changed row of the %s is found by reading and by verifying, and the call is named',
  async (_what, change) => {
    const call = await launched('Rivello');
    const store = new PostgresCaseStore(worker);
    expect(await definitionReadAnew(call)).toEqual(send);
    expect(await verifyChains(store)).toMatchObject({ editions: 1, broken: [], changed: [] });
    await owner.query(`alter table edition disable trigger edition_stays; ${change}`);
    await expect(definitionReadAnew(call)).rejects.toThrow(`call ULL-2024-A01 (${call})`);
    const edition = expect.any(String);
    expect((await verifyChains(store)).changed).toEqual([{ edition }, { edition, call }]);
  },
);

test('the same definition again is welcome, other content under its version is refused', async () => {
  const definitions = new PostgresDefinitions(app);
  const by = { as: 'person' as const, person: officer };
  expect(await keepDefinition(definitions, by, send)).toEqual({ ok: true, value: named });
  for (const other of [
    { ...send, title: 'Un altro' },
    { ...send, funder: 'Altri' },
  ]) {
    const refused = await keepDefinition(definitions, by, other);
    expect(refused).toMatchObject({ ok: false, refused: { code: 'DEF-20' } });
  }
  expect(await definitions.list(by)).toEqual([{ ...named, title: send.title }]);
});

test('a kind is added under an id of its own only, by the office alone', async () => {
  const other = await makeUpUnion(database.urls.owner, ['Altrove'], 'ALT');
  const by = (people: Record<string, string>, role: string) => ({
    as: 'person' as const,
    person: people[role] ?? '',
  });
  const [ours, theirs] = [by(union.people, 'deskOfficer'), by(other.people, 'deskOfficer')];
  const definitions = new PostgresDefinitions(app);
  const worked = new PostgresDefinitions(worker);
  const next = { ...send, version: 2 };
  const shipped = { ...send, id: 'fornito' };
  await keepDefinition(worked, { as: 'worker' }, shipped);
  for (const [keeping, acting, definition] of [
    [definitions, theirs, next],
    [definitions, ours, { ...shipped, version: 2 }],
    [worked, { as: 'worker' as const }, next],
  ] as const) {
    const outcome = await keepDefinition(keeping, acting, definition);
    expect(outcome).toMatchObject({ ok: false, refused: { code: 'DEF-26' } });
  }
  // The second wall, for a program that forgets to ask.
  const { kind, edition } = apart(next);
  for (const acting of [theirs, by(union.people, 'auditor'), by(union.people, 'rup@Rivello')]) {
    await expect(definitions.keep(acting, kind, edition, canonicalHash(next))).rejects.toThrow(
      /row-level security/,
    );
  }
  const ofShipped = { ...kind, id: 'fornito' };
  await expect(definitions.keep(ours, ofShipped, edition, 'x')).rejects.toThrow(/row-level security/);
  expect(await keepDefinition(definitions, ours, next)).toMatchObject({ ok: true });
  expect(await keepDefinition(worked, { as: 'worker' }, { ...shipped, version: 2 })).toMatchObject({
    ok: true,
  });
});

test('an edition of one union is seen and launched by that union alone, and only an office adds one', async () => {
  const other = await makeUpUnion(database.urls.owner, ['Altrove'], 'ALT');
  const { id: own } = await laterEdition(union.id);
  const stranger = { as: 'person' as const, person: other.people['deskOfficer'] ?? '' };
  const definitions = new PostgresDefinitions(app);
  expect(await definitions.find(stranger, { ...named, edition: own })).toBeUndefined();
  expect(await definitions.find(stranger, named)).toMatchObject({ definition: { title: send.title } });
  expect(await definitions.find({ as: 'person', person: officer }, { ...named, edition: own })).toBeDefined();
  const add = (person: string, unionId: string) =>
    asPerson(app, person, (manager) =>
      manager.query(
        `insert into edition (id, kind_id, kind_version, union_id, body, sha256) values ($1, $2, 1, $3, '{}', 'x')`,
        [uuid(), send.id, unionId],
      ),
    );
  await expect(add(stranger.person, union.id)).rejects.toThrow(/row-level security/);
  await expect(add(union.people['auditor'] ?? '', union.id)).rejects.toThrow(/row-level security/);
  await expect(add(union.people['rup@Rivello'] ?? '', union.id)).rejects.toThrow(/row-level security/);
  await add(officer, union.id);
});

test('a definition and a call from before there were editions get one', async () => {
  const call = await launched('Rivello');
  const source = await openDataSource({ url: database.urls.owner });
  const runner = source.createQueryRunner();
  const migration = new Editions1767225600109();
  await migration.down(runner);
  const { rows } = await owner.query('select body, sha256 from definition');
  expect(rows).toEqual([{ body: send, sha256: canonicalHash(send) }]);
  await migration.up(runner);
  await runner.release();
  await source.destroy();
  const { kind, edition } = apart(send);
  const { rows: after } = await owner.query(
    `select d.body as kind, e.body as edition from call c join edition e on e.id = c.edition_id
       join definition d on d.id = e.kind_id and d.version = e.kind_version`,
  );
  expect(after).toEqual([{ kind, edition }]);
  expect(await definitionReadAnew(call)).toEqual(send);
});
