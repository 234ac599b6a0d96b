import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client } from '@temporalio/client';
import { signIn } from '../../apps/demo/desk.js';
import { eventually } from '../support/eventually.js';
import { demoPassword, runProduct, type RunningProduct } from '../support/running-product.js';
import { temporalConnection } from '../support/running-worker.js';

const run = promisify(execFile);

/** Launches for nine comuni, lets the invitations go, and comes to the second reminder; in between something happens. */
async function launchAndRemind(between: (product: RunningProduct) => Promise<void>): Promise<string[]> {
  const product = await runProduct({ date: '2024-05-07', time: '07:30' });
  try {
    const marta = await signIn(product.url, 'marta@unione.example', demoPassword);
    const actingBody = Object.values(marta.bodies)[0] ?? '';
    const launched = await marta.post('/calls', {
      actingBody,
      definition: { id: 'send-comuni-2024', version: 1 },
      comuni: 'all',
    });
    expect(launched.status).toBe(201);
    await product.setClock('2024-05-07', '08:00');
    await arrived(product, 13);
    await between(product);
    // A day at its own pace: what goes at eight is decided at seven, so that one e-mail holds all of a person's comuni.
    await product.setClock('2024-05-13', '07:00');
    await eventually(async () => (await waiting(product)) >= REMINDED);
    expect(await waiting(product)).toBe(REMINDED);
    await product.setClock('2024-05-13', '08:00');
    await arrived(product, 26);
    const ids = product.post.messages.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    // A person's id is another in each run; the rest of a Message-ID is what was decided: the slot.
    const mails = product.post.messages.map(
      ({ to, messageId, subject }) => `${to[0]} ${messageId.replace(/^<?[0-9a-f-]{36}/, '')} ${subject}`,
    );
    return mails.toSorted((a, b) => a.localeCompare(b));
  } finally {
    await product.stop();
  }
}

/** Reminders of nine comuni, to the secretary and the mayor of each, that wait for their hour. */
const REMINDED = 18;

async function waiting({ source }: RunningProduct): Promise<number> {
  const rows: unknown[] = await source.query(`select 1 from message where state = 'pending'`);
  return rows.length;
}

async function arrived(product: RunningProduct, count: number): Promise<void> {
  if (product.post.messages.length < count) {
    await product.post.waitFor((mail) => mail.number >= count);
  }
}

/** Temporal forgets everything; `capofila wake --all`, as an operator runs it, brings every process back. */
async function wipeAndWake(product: RunningProduct): Promise<void> {
  const namespace = await product.loseTemporal();
  const connection = await temporalConnection();
  try {
    const { workflow } = new Client({ connection, namespace });
    const running = async () => {
      const ids: string[] = [];
      for await (const { workflowId, status } of workflow.list()) {
        if (status.name === 'RUNNING') ids.push(workflowId.split('/')[0] ?? '');
      }
      return ids.filter((kind) => kind !== 'post').toSorted();
    };
    expect(await running()).toEqual([]);
    const { stdout } = await run(process.execPath, ['dist/apps/cli/main.js', 'wake', '--all', '--json'], {
      env: { ...process.env, CAPOFILA_DATABASE_URL: product.database.urls.worker },
    });
    expect(JSON.parse(stdout)).toMatchObject({ calls: 1, applications: 9 });
    const all = [...Array.from({ length: 9 }, () => 'application'), 'call', 'files'];
    // Temporal's list is up to date a moment after its workflows are.
    await eventually(async () => (await running()).length >= all.length);
    expect(await running()).toEqual(all);
  } finally {
    await connection.close();
  }
}

test('Temporal’s data is lost in mid-call: woken again, the same mails go out, none twice', async () => {
  const undisturbed = await launchAndRemind(async () => {});
  const wiped = await launchAndRemind(wipeAndWake);
  expect(wiped).toEqual(undisturbed);
});
