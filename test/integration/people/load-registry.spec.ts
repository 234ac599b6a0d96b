import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import { registryFile } from '#contracts/registry-file.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const read = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(new URL(`../../../data/registry/${name}`, import.meta.url), 'utf8'));

let database: TestDatabase;
let owner: DataSource;
let load: LoadRegistry;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openDataSource({ url: database.urls.owner, poolSize: 1 });
  load = new LoadRegistry(new PostgresRegistryStore(owner), new Argon2Passwords());
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

const count = async (table: string) => {
  const rows: { n: number }[] = await owner.query(`select count(*)::int as n from ${table}`);
  return rows[0]?.n;
};

test('a second union in one database is refused in words, and the first one may come again', async () => {
  const two = await createTestDatabase();
  const source = await openDataSource({ url: two.urls.owner, poolSize: 1 });
  try {
    const store = new LoadRegistry(new PostgresRegistryStore(source), new Argon2Passwords());
    const first = registryFile.parse(await read('lagonegrese.json'));
    const other = { ...first, union: { ipa: 'altra', name: 'Unione Altra' } };
    const { union } = await store.run(first);
    await expect(store.run(other)).rejects.toThrow(
      'Questo database è già di «Unione dei Comuni Lucani del Lagonegrese»',
    );
    expect(await source.query('select ipa from union_')).toEqual([{ ipa: first.union.ipa }]);
    expect(await store.run(first)).toMatchObject({ union });
  } finally {
    await source.destroy();
    await two.drop();
  }
});

test('refuses a file with a person in a body that is not there, and loads nothing', async () => {
  const people = {
    notice: '',
    password: 'capofila-demo',
    people: [
      {
        name: 'A',
        email: 'a@b.example',
        memberships: [{ body: 'c_x000', role: 'referent', from: '2022-01-01' }],
        capabilities: [],
      },
    ],
  };
  await expect(load.run(await read('lagonegrese.json'), people)).rejects.toThrow('there is no body c_x000');
  expect(await count('union_')).toBe(0);
});

test('refuses an office role in a comune', async () => {
  const people = {
    notice: '',
    password: 'capofila-demo',
    people: [
      {
        name: 'A',
        email: 'a@b.example',
        memberships: [{ body: 'c_h348', role: 'headOfOffice', from: '2022-01-01' }],
        capabilities: [],
      },
    ],
  };
  await expect(load.run(await read('lagonegrese.json'), people)).rejects.toThrow(
    'nobody can be headOfOffice in c_h348',
  );
});

test('loads the union, its nine comuni with 34,908 residents in 2022, and the invented people', async () => {
  const loaded = await load.run(await read('lagonegrese.json'), await read('demo-people.json'));
  expect(loaded).toMatchObject({ bodies: 10, people: 48 });
  const residents: { n: number }[] = await owner.query(
    `select sum(count)::int as n from residents where on_date = '2022-01-01'`,
  );
  expect(residents).toEqual([{ n: 34_908 }]);
  const holders: { role: string; n: number }[] = await owner.query(`
    select role, count(distinct body_id)::int as n from membership m join body b on b.id = m.body_id
     where b.kind = 'comune' group by role order by role`);
  expect(holders.map(({ role, n }) => [role, n])).toEqual([
    ['accounts', 9],
    ['legalRepresentative', 9],
    ['protocolClerk', 9],
    ['referent', 9],
    ['rup', 9],
    ['secretary', 9],
  ]);
});

test('loaded again it changes nothing, not even what people have changed since', async () => {
  await owner.query(`update person set phone = '0973 123' where email = 'giulia@rivello.example'`);
  await owner.query(`update body set closed_periods = '[]' where name = 'Rivello'`);
  const tables = [
    'union_',
    'body',
    'residents',
    'agreement',
    'person',
    'membership',
    'capability',
    'credential',
  ];
  const dump = async () =>
    Promise.all(tables.map((table) => owner.query(`select * from ${table} order by ${table}::text`)));
  const before = await dump();
  expect(await load.run(await read('lagonegrese.json'), await read('demo-people.json'))).toMatchObject({
    people: 0,
  });
  expect(await dump()).toEqual(before);
});
