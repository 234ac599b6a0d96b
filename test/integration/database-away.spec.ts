import type { EventEmitter } from 'node:events';
import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { Unavailable } from '#use-cases/ports/unavailable.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type Line, lineTo } from '../support/line.js';

let database: TestDatabase;
let line: Line;
let superuser: DataSource;
let source: DataSource;
const warned: string[] = [];

beforeAll(async () => {
  Logger.overrideLogger({ log: () => {}, error: () => {}, warn: (said: string) => warned.push(said) });
  database = await createTestDatabase();
  superuser = await openDataSource({ url: database.urls.superuser, poolSize: 2 });
  const url = new URL(database.urls.worker);
  line = await lineTo(Number(url.port));
  url.port = String(line.port);
  const patience = { connectMs: 1_000, statementMs: 300, lockMs: 150, idleMs: 150 };
  source = await openDataSource({ url: url.href, poolSize: 1, patience });
});

beforeEach(async () => {
  warned.length = 0;
  await superuser.query('delete from wake');
});

afterAll(async () => {
  await source?.destroy();
  await superuser?.destroy();
  await line?.close();
  await database?.drop();
});

const WAKE = `insert into wake (workflow, kind, target) values ('w', 'call', gen_random_uuid())`;
const wakes = async () => (await superuser.query('select 1 from wake')).length as number;

async function hungUp(manager: EntityManager): Promise<void> {
  const connection = (await manager.queryRunner?.connect()) as EventEmitter;
  await new Promise((resolve) => connection.once('error', resolve));
}

/** Ends the connection of a transaction, as a restart of the server does. */
async function endConnection(manager: EntityManager): Promise<void> {
  const [{ pid }]: [{ pid: number }] = await manager.query('select pg_backend_pid() as pid');
  const gone = hungUp(manager);
  await manager.query('select 1');
  await superuser.query('select pg_terminate_backend($1)', [pid]);
  await gone;
}

test('a connection that is lost between two statements is told with its reason, and the work is begun anew', async () => {
  let tries = 0;
  await asWorker(source, async (manager) => {
    tries += 1;
    await manager.query(WAKE);
    if (tries === 1) await endConnection(manager);
    await manager.query('select 1');
  });
  expect(tries).toBe(2);
  expect(await wakes()).toBe(1);
  expect(warned).toEqual(['a transaction begins anew: terminating connection due to administrator command']);
});

test('one that is lost each time is given up as unavailable after three tries, with nothing left', async () => {
  let tries = 0;
  const work = asWorker(source, async (manager) => {
    tries += 1;
    await manager.query(WAKE);
    await endConnection(manager);
    await manager.query('select 1');
  });
  await expect(work).rejects.toMatchObject({ name: 'Unavailable', mayBeDone: false });
  expect([tries, await wakes()]).toEqual([3, 0]);
});

test('one that is lost while it commits is not begun anew, since nobody knows whether it is done', async () => {
  let tries = 0;
  const work = asWorker(source, async (manager) => {
    tries += 1;
    await manager.query(WAKE);
    line.silence();
    setTimeout(() => line.mend(), 100);
  });
  await expect(work).rejects.toMatchObject({ name: 'Unavailable', mayBeDone: true });
  expect(tries).toBe(1);
});

test.each([
  ['a statement', async (manager: EntityManager) => manager.query('select pg_sleep(5)')],
  [
    'a lock',
    async (manager: EntityManager) => {
      await manager.query(`select pg_advisory_xact_lock(1)`);
    },
  ],
  [
    'a transaction that asks nothing',
    async (manager: EntityManager) => {
      await hungUp(manager);
      await manager.query('select 1');
    },
  ],
])('%s that takes too long is given up, once', async (_what, slow) => {
  const runner = superuser.createQueryRunner();
  await runner.query('select pg_advisory_lock(1)');
  let tries = 0;
  try {
    const work = asWorker(source, async (manager) => {
      tries += 1;
      await slow(manager);
    });
    await expect(work).rejects.toBeInstanceOf(Unavailable);
  } finally {
    await runner.query('select pg_advisory_unlock(1)');
    await runner.release();
  }
  expect(tries).toBe(1);
});

test('who finds no free connection waits for a second and no longer', async () => {
  let free = () => {};
  const busy = asWorker(source, async (manager) => {
    const held = new Promise<void>((resolve) => (free = resolve));
    // Something is asked meanwhile, so that it is not idle.
    const asking = setInterval(() => void manager.query('select 1'), 50);
    await held;
    clearInterval(asking);
  });
  await expect(asWorker(source, (manager) => manager.query('select 1'))).rejects.toBeInstanceOf(Unavailable);
  free();
  await busy;
});

test('a database that is away is unavailable at once, and there again as soon as it is', async () => {
  line.cut();
  await expect(asWorker(source, (manager) => manager.query('select 1'))).rejects.toBeInstanceOf(Unavailable);
  line.mend();
  expect(await asWorker(source, (manager) => manager.query('select 1 as one'))).toEqual([{ one: 1 }]);
});

test('a fault of the work itself stays what it is', async () => {
  await expect(asWorker(source, (manager) => manager.query('select 1/0'))).rejects.toMatchObject({
    code: '22012',
  });
  expect(warned).toEqual([]);
});
