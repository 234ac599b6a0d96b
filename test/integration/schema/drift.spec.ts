import pg from 'pg';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { migrate } from '#persistence/migrate.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { readCatalogue } from './catalogue.js';

let database: TestDatabase;
let owner: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openDataSource({ url: database.urls.owner });
});

afterAll(async () => {
  await owner?.destroy();
  await database?.drop();
});

interface Column {
  table_name: string;
  column_name: string;
  data_type: string;
  is_nullable: 'YES' | 'NO';
}

const TYPES: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  time: 'time without time zone',
};

test('every mapped column exists with the type and the nullability that the code believes', async () => {
  const columns: Column[] = await owner.query(
    `select table_name, column_name, data_type, is_nullable from information_schema.columns where table_schema = 'public'`,
  );
  const real = new Map(
    columns.map((each) => [
      `${each.table_name}.${each.column_name}`,
      `${each.data_type} ${each.is_nullable}`,
    ]),
  );
  const believed = owner.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => {
      const type = String(column.type);
      return [
        `${entity.tableName}.${column.databaseName}`,
        `${TYPES[type] ?? type} ${column.isNullable ? 'YES' : 'NO'}`,
      ] as const;
    }),
  );
  expect(believed.length).toBeGreaterThan(80);
  expect(Object.fromEntries(believed)).toEqual(
    Object.fromEntries(believed.map(([name]) => [name, real.get(name)])),
  );
});

test('migrating twice runs nothing the second time', async () => {
  expect(await migrate(database.urls.owner)).toEqual([]);
});

test('every table is under row-level security, also for its owner, unless it says why not', async () => {
  const open: { relname: string }[] = await owner.query(
    `select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and relkind = 'r' and not (relrowsecurity and relforcerowsecurity) order by relname`,
  );
  // The outbox holds ids and no union; the list of migrations is the owner's.
  expect(open.map((row) => row.relname)).toEqual(['migration', 'wake']);
});

test('migrations can be undone and run again', async () => {
  const fresh = await createTestDatabase();
  const source = await openDataSource({ url: fresh.urls.owner });
  const client = new pg.Client(fresh.urls.owner);
  await client.connect();
  try {
    const { migrations } = await import('#persistence/migrations/index.js');
    const runner = source.createQueryRunner();
    const before = await readCatalogue(client);
    for (const Migration of migrations.toReversed()) await new Migration().down(runner);
    const left = await readCatalogue(client);
    expect(left.match(/^(table|function|type) .*$/gm)).toEqual(['table migration']);
    for (const Migration of migrations) await new Migration().up(runner);
    await runner.release();
    expect(await readCatalogue(client)).toBe(before);
  } finally {
    await client.end();
    await source.destroy();
    await fresh.drop();
  }
});
