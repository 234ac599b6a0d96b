import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { testNamespace, testTemporalAddress } from '../support/server-addresses.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase('empty');
});

afterAll(() => database.drop());

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

test('the roles of the API and of the worker can neither bypass row-level security nor create tables', async () => {
  for (const url of [database.urls.app, database.urls.worker]) {
    const [role] = await query(
      url,
      'SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user',
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false });
    await expect(query(url, 'CREATE TABLE intruder (id int)')).rejects.toThrow('permission denied');
  }
});

test('the owner of the database is not a superuser and can create tables in it', async () => {
  await query(database.urls.owner, 'CREATE TABLE mine (id int)');
  const [role] = await query(
    database.urls.owner,
    'SELECT rolsuper FROM pg_roles WHERE rolname = current_user',
  );
  expect(role).toEqual({ rolsuper: false });
});

test('a wrong password is refused', async () => {
  await expect(query(database.urls.app.replace(':app@', ':wrong@'), 'SELECT 1')).rejects.toThrow('password');
});

test('accented letters change case', async () => {
  expect(await query(database.urls.owner, `SELECT lower('CITTÀ') AS word`)).toEqual([{ word: 'città' }]);
});

test('the Temporal namespace keeps closed workflows for 30 days', async () => {
  const connection = await Connection.connect({ address: testTemporalAddress() });
  const client = new Client({ connection, namespace: testNamespace });
  const answer = await client.workflowService.describeNamespace({ namespace: testNamespace });
  expect(Number(answer.config?.workflowExecutionRetentionTtl?.seconds)).toBe(30 * 86_400);
  await connection.close();
});
