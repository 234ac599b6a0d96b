import { Client, Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import type { CallStanding, FilesStanding, PostStanding, Standing } from '#process/standing.js';
import { wake, WORKFLOWS } from '#process/workflows.js';
import type { Child } from '../../apps/demo/child.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { ensureNamespace, startTemporalServer } from '../../apps/demo/temporal-server.js';
import { type BareWorker, runBare } from '../support/bare-worker.js';
import { eventually } from '../support/eventually.js';
import { testNamespace } from '../support/server-addresses.js';

// A real server that suggests it early: the time-skipping one never does.
const EARLY = 'limit.historyCount.suggestContinueAsNew=20';
const TASK_QUEUE = 'early';

let server: Child;
let connection: Connection;
let client: Client;
let worker: BareWorker;
/** What was looked at, in order. */
const looks: string[] = [];

beforeAll(async () => {
  const port = await anyFreePort();
  const program = await provisionTemporalCli((line) => process.stderr.write(`${line}\n`));
  server = await startTemporalServer({ program, port, dynamicConfig: [EARLY] });
  const address = `127.0.0.1:${port}`;
  await ensureNamespace(address, testNamespace);
  connection = await Connection.connect({ address });
  client = new Client({ connection, namespace: testNamespace });
  const said = { sentence: 'Aspetta.', timer: '2030-01-01T00:00:00Z', waitMs: 86_400_000 };
  worker = await runBare(address, client, TASK_QUEUE, {
    advance: async (id): Promise<Standing> => {
      looks.push(id);
      return { ...said, kind: 'documents', stage: 's', round: 1, label: 'l' };
    },
    lookAtCall: async (id): Promise<CallStanding> => {
      looks.push(id);
      return { ...said, ended: false };
    },
    lookAtFiles: async (id): Promise<FilesStanding> => {
      looks.push(id);
      return said;
    },
    lookAtPost: async (id): Promise<PostStanding> => {
      looks.push(id);
      return { slot: '2030-01-01T08:00', timer: said.timer, waitMs: said.waitMs };
    },
  });
});

afterAll(async () => {
  await worker?.stop();
  await connection?.close();
  await server?.stop();
});

test.each(Object.values(WORKFLOWS))(
  '%s begins a new history where the server suggests it, with its id alone, and no wake-up is lost',
  async (type) => {
    const id = randomUUID();
    const workflowId = `early/${id}`;
    const handle = await client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUE, args: [id] });
    const first = handle.firstExecutionRunId;
    const looked = () => looks.filter((each) => each === id).length;
    const run = async () => (await handle.describe()).runId;
    for (let rung = 1; (await run()) === first; rung += 1) {
      expect(rung).toBeLessThan(30);
      const before = looked();
      await handle.signal(wake);
      expect(await eventually(async () => looked() > before)).toBe(true);
    }
    // The new run hears wake-ups as the old one did.
    const before = looked();
    await handle.signal(wake);
    expect(await eventually(async () => looked() > before)).toBe(true);
    const { status, historyLength } = await handle.describe();
    expect(status.name).toBe('RUNNING');
    expect(historyLength).toBeLessThan(60);
    await handle.terminate();
  },
);
