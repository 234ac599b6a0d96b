import { openDataSource } from '#persistence/data-source.js';
import { assertLeastPrivilege, asWorker } from '#persistence/scoped.js';
import { type Name, type PeopleFixture, preparePeople } from './people-fixture.js';

let fixture: PeopleFixture;
beforeAll(async () => {
  fixture = await preparePeople();
});
afterAll(() => fixture.close());

const namesSeenBy = (name: Name) =>
  fixture.as(name, async (manager) => {
    const rows: { name: string }[] = await manager.query('select name from person order by name');
    return rows.map((row) => row.name);
  });

test('the office sees the people of every comune and nobody of another union', async () => {
  const all = ['antonio', 'aurora', 'giulia', 'marta', 'nadia', 'rocco', 'silvia'];
  expect(await namesSeenBy('marta')).toEqual(all);
  expect(await namesSeenBy('aurora')).toEqual(all);
});

test('a referent sees the people of the own comune and of the office, and nobody else', async () => {
  expect(await namesSeenBy('giulia')).toEqual(['antonio', 'aurora', 'giulia', 'marta', 'rocco', 'silvia']);
  expect(await namesSeenBy('nadia')).toEqual(['aurora', 'marta', 'nadia', 'rocco']);
});

test('another union sees only itself', async () => {
  expect(await namesSeenBy('estranea')).toEqual(['estranea']);
  const bodies = await fixture.as('estranea', (manager) => manager.query('select name from body'));
  expect(bodies).toEqual([{ name: 'Altra unione' }]);
});

test('a query without a person sees nothing in any table', async () => {
  for (const table of [
    'union_',
    'body',
    'person',
    'membership',
    'absence',
    'capability',
    'session',
    'api_token',
  ]) {
    expect(await fixture.app.query(`select * from ${table}`)).toEqual([]);
  }
});

test('the person of a transaction is forgotten when it ends, on the same connection', async () => {
  const single = await openDataSource({ url: fixture.database.urls.app, poolSize: 1 });
  try {
    await single.transaction(async (manager) => {
      await manager.query(`select set_config('app.user', $1, true)`, [fixture.people.marta]);
      expect(await manager.query('select 1 from person')).toHaveLength(7);
    });
    expect(await single.query('select 1 from person')).toEqual([]);
  } finally {
    await single.destroy();
  }
});

test('the worker sees every union, but no password, session or token', async () => {
  await asWorker(fixture.worker, async (manager) => {
    expect(await manager.query('select 1 from person')).toHaveLength(8);
  });
  for (const table of ['credential', 'session', 'api_token', 'invitation', 'sign_in_attempt']) {
    await expect(fixture.worker.query(`select * from ${table}`)).rejects.toThrow(/permission denied/);
  }
});

test.each([
  ['read passwords', 'select * from credential'],
  ['read invitations', 'select * from invitation'],
  ['read sign-in attempts', 'select * from sign_in_attempt'],
  ['change a password', `update credential set hash = '$argon2id$x'`],
  ['delete a person', 'delete from person'],
  ['move a person to another union', 'update person set union_id = gen_random_uuid()'],
  ['rewrite a membership', `update membership set role = 'headOfOffice'`],
  ['rename a body', `update body set name = 'x'`],
  ['make a union', `insert into union_ values (gen_random_uuid(), 'x', 'x')`],
  ['make a table', 'create table mine (x int)'],
  ['switch off the policies', 'alter table person disable row level security'],
  ['ask for the memberships of anybody', `select * from held_memberships(gen_random_uuid(), '2027-01-01')`],
])('the app may not %s, even as head of office', async (_what, sql) => {
  await expect(fixture.as('rocco', (manager) => manager.query(sql))).rejects.toThrow(
    /permission denied|must be owner/,
  );
});

test('only the head of office and the secretary of a body may give a role in it', async () => {
  const give = (by: Name, body: keyof PeopleFixture['bodies']) =>
    fixture.as(by, async (manager) => {
      await manager.query(
        `insert into membership (id, union_id, person_id, body_id, role, from_date)
          values (gen_random_uuid(), $1, $2, $3, 'accounts', '2021-01-01')`,
        [fixture.union, fixture.people.giulia, fixture.bodies[body]],
      );
      throw new Error('inserted, undo');
    });
  const refused = /row-level security/;
  await expect(give('rocco', 'nemoli')).rejects.toThrow('inserted');
  await expect(give('silvia', 'rivello')).rejects.toThrow('inserted');
  await expect(give('silvia', 'nemoli')).rejects.toThrow(refused);
  await expect(give('silvia', 'union')).rejects.toThrow(refused);
  await expect(give('giulia', 'rivello')).rejects.toThrow(refused);
  await expect(give('marta', 'rivello')).rejects.toThrow(refused);
  await expect(give('aurora', 'rivello')).rejects.toThrow(refused);
  await expect(give('estranea', 'foreign')).rejects.toThrow(refused);
});

test('a row cannot point from one union into another', async () => {
  await expect(
    fixture.owner(
      `insert into membership (id, union_id, person_id, body_id, role, from_date)
        values (gen_random_uuid(), $1, $2, $3, 'deskOfficer', '2021-01-01')`,
      [fixture.union, fixture.people.estranea, fixture.bodies.union],
    ),
  ).rejects.toThrow(/foreign key/);
});

test('the programs refuse to start with a role for which the policies mean nothing', async () => {
  await assertLeastPrivilege(fixture.app);
  await assertLeastPrivilege(fixture.worker);
  for (const url of [fixture.database.urls.owner, fixture.database.urls.superuser]) {
    const source = await openDataSource({ url, poolSize: 1 });
    try {
      await expect(assertLeastPrivilege(source)).rejects.toThrow(/row-level security would not hold/);
    } finally {
      await source.destroy();
    }
  }
});

test('every table has row-level security enabled and forced, but those that hold no data of a union', async () => {
  const open = await fixture.owner(`
    select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)
     order by relname`);
  expect(open.map((row) => row['relname'])).toEqual(['migration', 'wake']);
});

test('an auditor adds nothing to a record, whatever the program lets through', async () => {
  const open = (name: Name) =>
    fixture.as(name, (manager) =>
      manager.query(`insert into stream (id, union_id, kind) values (gen_random_uuid(), $1, 'call')`, [
        fixture.union,
      ]),
    );
  await expect(open('aurora')).rejects.toThrow(/row-level security/);
  await open('marta');
  const rename = (name: Name) =>
    fixture.as(name, (manager) => manager.query(`update stream set head = 'x' where seq = 0`));
  await expect(rename('aurora')).rejects.toThrow(/row-level security/);
  await rename('marta');
});

test('a noted call is the union’s alone: its people read it, its office writes it, and no comune sees it', async () => {
  await fixture.as('marta', (manager) =>
    manager.query(
      `insert into noted_call (id, union_id, slug, title, funder, link, end_on, cut_off, source, noted_by, noted_at)
       values (gen_random_uuid(), app_union(), 'pdnd', 'PDND', 'DTD', 'https://x.example', '2024-06-20', '14:00', 'art. 8',
               app_person(), app_now())`,
    ),
  );
  const count = (name: Name) => fixture.as(name, (manager) => manager.query('select 1 from noted_call'));
  for (const name of ['marta', 'rocco', 'aurora'] as const) expect(await count(name)).toHaveLength(1);
  for (const name of ['giulia', 'silvia', 'estranea'] as const) expect(await count(name)).toEqual([]);
  const rename = (name: Name) =>
    fixture.as(name, (manager) => manager.query(`update noted_call set title = 'x'`));
  expect(await rename('aurora')).toEqual([[], 0]);
  expect(await rename('estranea')).toEqual([[], 0]);
  expect(await rename('rocco')).toEqual([[], 1]);
});
