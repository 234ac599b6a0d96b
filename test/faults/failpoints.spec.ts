import { Connection } from '@temporalio/client';
import type { FailpointName } from '#use-cases/failpoint.js';
import { eventually } from '../support/eventually.js';
import { files, Office, type Programs, startPrograms } from '../support/processes.js';
import { testTemporalAddress } from '../support/server-addresses.js';

let programs: Programs;

afterEach(() => programs?.stop());

/** API and worker as programs, one of which dies at a named moment; then Giulia files a paper and has her receipt. */
async function fileWith(program: 'api' | 'worker', at: FailpointName): Promise<{ call: string }> {
  // In the evening: the receipt goes at once, everything else waits for the morning.
  programs = await startPrograms({ date: '2024-05-14', time: '19:00', dies: { program, at } });
  const office = await Office.of(programs);
  const [application] = await office.launch(['076068']);
  if (application === undefined) throw new Error('nothing was launched');
  expect((await office.decides(application, 'decided-once')).status).toBe(201);
  const giulia = await programs.signIn('giulia@rivello.example');
  expect((await files(giulia, application, 'filed-once', 'participationAct')).status).toBe(201);
  await programs.post.waitFor((mail) => mail.subject.startsWith('Ricevuto'));
  await programs.delivered();
  expect(programs[program].deaths).toBe(1);
  const [call] = await programs.source.query<{ id: string }[]>('select id from call');
  return { call: call?.id ?? '' };
}

const receipts = () => programs.post.messages.filter((mail) => mail.subject.startsWith('Ricevuto'));

async function onRecord(): Promise<string[]> {
  const rows: { type: string }[] = await programs.source.query('select type from fact order by type');
  return rows.map((row) => row.type);
}

const ONCE_EACH = ['application.opened', 'call.launched', 'document.filed', 'milestone.recorded'];

test('dead before the commit: nothing is stored, and the same request is stored once', async () => {
  await fileWith('api', 'record.before-commit');
  expect(await onRecord()).toEqual(ONCE_EACH);
  const calls: { number: string }[] = await programs.source.query('select number from call');
  // The number that the dead launch had taken was given back.
  expect(calls).toEqual([{ number: 'ULL-2024-A01' }]);
  expect(receipts()).toHaveLength(1);
});

test('dead between waking and deleting the wake-up: woken twice, decided once', async () => {
  const { call } = await fileWith('worker', 'relay.before-delete');
  // What comes while the dead worker still holds a task is written to history when the task times out, after ten seconds.
  await eventually(async () => (await bellsOf(`call/${call}`)) >= 2);
  expect(await bellsOf(`call/${call}`)).toBe(2);
  expect(await onRecord()).toEqual(ONCE_EACH);
  expect(receipts()).toHaveLength(1);
});

test('dead before the mail is sent: it goes once', async () => {
  await fileWith('worker', 'post.before-send');
  expect(receipts()).toHaveLength(1);
});

test('dead after the mail server accepted: it goes twice with one Message-ID, the one documented window', async () => {
  await fileWith('worker', 'post.after-send');
  const [first, second, ...more] = receipts();
  expect(more).toEqual([]);
  expect(second?.messageId).toBe(first?.messageId);
  expect(second?.text).toBe(first?.text);
});

/** How often a workflow was rung, by its history. */
async function bellsOf(workflowId: string): Promise<number> {
  const connection = await Connection.connect({ address: testTemporalAddress() });
  try {
    const { history } = await connection.workflowService.getWorkflowExecutionHistory({
      namespace: programs.namespace,
      execution: { workflowId },
    });
    const rung = history?.events?.filter((event) => event.workflowExecutionSignaledEventAttributes);
    return rung?.length ?? 0;
  } finally {
    await connection.close();
  }
}
