import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Child } from '../../apps/demo/child.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { startPostgres } from '../../apps/demo/postgres.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { ensureNamespace, startTemporalServer } from '../../apps/demo/temporal-server.js';
import { testNamespace, testPasswords } from './server-addresses.js';

/** The servers that all tests of the project `real` share. */
export interface TestServers {
  /** Environment variables by which the tests find the servers. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops everything and removes its data. */
  stop(): Promise<void>;
}

/** Starts one PostgreSQL (without fsync) and one Temporal server in memory, on free ports. */
export async function startTestServers(): Promise<TestServers> {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-test-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs as another user
  const started: Child[] = [];
  const stop = async () => {
    await Promise.all(started.map((server) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const temporalCli = await provisionTemporalCli((line) => process.stderr.write(`${line}\n`));
    const [pgPort, temporalPort] = [await anyFreePort(), await anyFreePort()];
    const temporalAddress = `127.0.0.1:${temporalPort}`;
    const starts = await Promise.allSettled([
      startPostgres({
        dataFolder: join(folder, 'postgres'),
        port: pgPort,
        passwords: testPasswords,
        settings: ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'],
        logFile: join(folder, 'postgres.log'),
      }).then((server) => started.push(server)),
      startTemporalServer({ program: temporalCli, port: temporalPort })
        .then((server) => started.push(server))
        .then(() => ensureNamespace(temporalAddress, testNamespace)),
    ]);
    for (const start of starts) if (start.status === 'rejected') throw start.reason;
    return {
      environment: {
        CAPOFILA_TEST_PG_PORT: String(pgPort),
        CAPOFILA_TEST_TEMPORAL_ADDRESS: temporalAddress,
        CAPOFILA_TEST_FOLDER: folder,
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
