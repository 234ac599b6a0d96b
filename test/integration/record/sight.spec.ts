import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresDeskQueries } from '#persistence/desk/desk-queries.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { asWorker } from '#persistence/scoped.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { launchCall, type LaunchedCall } from '../../support/launched-call.js';
import { makeUpUnion, type MadeUpUnion } from '../../support/made-up-union.js';
import { SetClock } from '../../support/set-clock.js';

let database: TestDatabase;
let app: DataSource;
let owner: pg.Client;
let union: MadeUpUnion;
let record: CaseRecord;
let launched: LaunchedCall;

beforeEach(async () => {
  database = await createTestDatabase();
  union = await makeUpUnion(database.urls.owner);
  app = await openDataSource({ url: database.urls.app });
  owner = new pg.Client({ connectionString: database.urls.owner });
  await owner.connect();
  record = new CaseRecord(new PostgresCaseStore(app), SetClock.at('2024-05-08'));
  launched = await launchCall(app, record, union);
});

afterEach(async () => {
  await owner.end();
  await app.destroy();
  await database.drop();
});

/** The office closes Rivello's application and its mayor applies anew. */
async function applyAgain(): Promise<string> {
  const officer = union.people['deskOfficer'] ?? '';
  const first = launched.applications['Rivello']?.id ?? '';
  const closed = await record.record({ as: 'person', person: officer }, first, () => [
    {
      fact: {
        type: 'application.closed',
        legalDate: '2024-05-08',
        legalSource: 'declared',
        channel: 'web',
        actor: officer,
        body: { reason: 'prova' },
      },
    },
  ]);
  expect(closed.ok).toBe(true);
  const opened = await record.apply(
    { as: 'person', person: union.people['legalRepresentative@Rivello'] ?? '' },
    launched.call,
    { body: union.comuni['Rivello'] ?? '', amountCents: 2_314_700, participants: [] },
  );
  if (!opened.ok) throw new Error(opened.refused.code);
  return opened.value.id;
}

const seenBy = async (person: string) =>
  (await new PostgresDeskQueries(app).applications(person)).map((each) => each.id);

test('a mayor whose application has ended opens a new one by himself, and sees both', async () => {
  const again = await applyAgain();
  const seen = await seenBy(union.people['legalRepresentative@Rivello'] ?? '');
  expect(seen.toSorted()).toEqual([launched.applications['Rivello']?.id ?? '', again].toSorted());
});

test('a mayor does not open an application for another comune', async () => {
  await expect(
    record.apply(
      { as: 'person', person: union.people['legalRepresentative@Trecchina'] ?? '' },
      launched.call,
      {
        body: union.comuni['Rivello'] ?? '',
        amountCents: 1,
        participants: [],
      },
    ),
  ).rejects.toThrow(/row-level security/);
});

test('a DEC named for one application sees that one, and no other of the same comune', async () => {
  const again = await applyAgain();
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (id, union_id, name, email) values (gen_random_uuid(), $1, 'Dec', 'dec@x.example') returning id`,
    [union.id],
  );
  const dec = rows[0]?.id ?? '';
  await owner.query(
    `insert into membership (id, union_id, person_id, body_id, role, application_id, from_date)
     values (gen_random_uuid(), $1, $2, $3, 'dec', $4, '2024-01-01')`,
    [union.id, dec, union.comuni['Rivello'], again],
  );
  expect(await seenBy(dec)).toEqual([again]);
});

test('what is past its time is deleted, what still opens something stays', async () => {
  const person = union.people['deskOfficer'];
  const session = (hash: string, ends: string) =>
    owner.query(
      `insert into session (hash, union_id, person_id, expires_at) values (repeat($1, 64), $2, $3, now() + $4::interval)`,
      [hash, union.id, person, ends],
    );
  await session('a', '-1 minute');
  await session('b', '1 hour');
  const worker = await openDataSource({ url: database.urls.worker });
  await asWorker(worker, (manager) => manager.query('select delete_expired()'));
  await worker.destroy();
  const { rows } = await owner.query<{ hash: string }>('select hash from session');
  expect(rows.map((row) => row.hash[0])).toEqual(['b']);
});

test('a new password takes away the keys of programs too', async () => {
  const person = union.people['deskOfficer'];
  await owner.query(
    `insert into api_token (hash, id, union_id, person_id, label, expires_at)
     values (repeat('c', 64), gen_random_uuid(), $1, $2, 'programma', now() + interval '1 day')`,
    [union.id, person],
  );
  await owner.query(
    `insert into credential (person_id, union_id, hash) values ($1, $2, '$argon2id$nuova')
     on conflict (person_id) do update set hash = excluded.hash`,
    [person, union.id],
  );
  const { rows } = await owner.query<{ revoked: boolean }>(
    'select revoked_at is not null as revoked from api_token',
  );
  expect(rows).toEqual([{ revoked: true }]);
});
