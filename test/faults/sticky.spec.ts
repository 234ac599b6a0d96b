import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { eventually } from '../support/eventually.js';
import { Office, type Programs, startPrograms } from '../support/processes.js';
import { testTemporalAddress } from '../support/server-addresses.js';

const { EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT: TIMED_OUT, EVENT_TYPE_TIMER_STARTED: TIMER_STARTED } =
  temporal.api.enums.v1.EventType;

let programs: Programs;
let connection: Connection;

beforeAll(async () => {
  programs = await startPrograms({ date: '2024-05-08', time: '10:00' });
  connection = await Connection.connect({ address: testTemporalAddress() });
});

afterAll(async () => {
  await connection?.close();
  await programs?.stop();
});

test('a case that a dead worker had in its cache waits three seconds for it, not ten', async () => {
  const office = await Office.of(programs);
  const [application] = await office.launch(['076068']);
  if (application === undefined) throw new Error('it was launched');
  const client = new Client({ connection, namespace: programs.namespace });
  const handle = client.workflow.getHandle(`application/${application.id}`);
  const events = async () => (await handle.fetchHistory().catch(() => undefined))?.events ?? [];
  // At rest, in the worker's cache: it waits by a timer.
  expect(await eventually(async () => (await events()).at(-1)?.eventType === TIMER_STARTED)).toBe(true);
  await programs.worker.kill();
  expect((await office.decides(application, 'says-yes')).status).toBe(201);
  const waited = async () => {
    const all = await events();
    const late = all.find(({ eventType }) => eventType === TIMED_OUT);
    const scheduled = late?.workflowTaskTimedOutEventAttributes?.scheduledEventId;
    const from = all.find(({ eventId }) => String(eventId) === String(scheduled));
    return Number(late?.eventTime?.seconds) - Number(from?.eventTime?.seconds);
  };
  expect(await eventually(async () => (await waited()) >= 0)).toBe(true);
  expect(await waited()).toBeLessThanOrEqual(4);
});
