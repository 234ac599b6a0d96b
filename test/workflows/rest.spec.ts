import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { randomUUID } from 'node:crypto';
import type { Standing } from '#process/standing.js';
import { wake } from '#process/workflows.js';
import { type BareWorker, runBare } from '../support/bare-worker.js';
import { eventually } from '../support/eventually.js';
import { testNamespace, testTemporalAddress } from '../support/server-addresses.js';

const { EVENT_TYPE_TIMER_STARTED: TIMER_STARTED } = temporal.api.enums.v1.EventType;
const WAITS: Standing = { kind: 'documents', stage: 's', round: 1, label: 'l', sentence: 'Aspetta.' };

let connection: Connection;
let client: Client;
let worker: BareWorker | undefined;

beforeAll(async () => {
  connection = await Connection.connect({ address: testTemporalAddress() });
  client = new Client({ connection, namespace: testNamespace });
});
afterAll(async () => {
  await worker?.stop();
  await connection?.close();
});

async function timersOf(handle: WorkflowHandle): Promise<number> {
  const { events } = await handle.fetchHistory();
  return (events ?? []).filter(({ eventType }) => eventType === TIMER_STARTED).length;
}

test('a case that cannot be looked at rests by a durable timer, its worker can be stopped, and it goes on with the next', async () => {
  const taskQueue = randomUUID();
  let tries = 0;
  const fails = {
    advance: async (): Promise<Standing> => {
      tries += 1;
      throw new Error('the database is away');
    },
  };
  worker = await runBare(testTemporalAddress(), client, taskQueue, fails);
  const handle = await client.workflow.start('applicationProcess', {
    workflowId: `rest/${randomUUID()}`,
    taskQueue,
    args: ['id'],
  });
  expect(await eventually(async () => (await timersOf(handle)) > 0)).toBe(true);
  expect(tries).toBeGreaterThan(1);
  const from = performance.now();
  await worker.stop();
  expect(performance.now() - from).toBeLessThan(10_000);

  let looked = false;
  const works = {
    advance: async (): Promise<Standing> => {
      looked = true;
      return WAITS;
    },
  };
  worker = await runBare(testTemporalAddress(), client, taskQueue, works);
  await handle.signal(wake);
  expect(await eventually(async () => looked)).toBe(true);
  expect((await handle.describe()).status.name).toBe('RUNNING');
  await handle.terminate();
});
