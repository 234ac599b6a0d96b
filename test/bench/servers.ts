import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { openDataSource } from '#persistence/data-source.js';
import { migrate } from '#persistence/migrate.js';
import { PostgresCaseStore } from '#persistence/record/case-store.js';
import { CaseRecord } from '#use-cases/record/case-record.js';
import { PostBox } from '#use-cases/post/post-box.js';
import { anyFreePort } from '../../apps/demo/free-port.js';
import { startPostgres } from '../../apps/demo/postgres.js';
import { ensureDatabase, postgresUrls } from '../../apps/demo/postgres-databases.js';
import { provisionTemporalCli } from '../../apps/demo/provision-temporal.js';
import { ensureNamespace, startTemporalServer } from '../../apps/demo/temporal-server.js';
import { readConfiguration } from '../../apps/worker/src/configuration.js';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';
import { testPasswords } from '../support/server-addresses.js';
import { sendDefinition } from '../support/send-definition.js';
import { SetClock } from '../support/set-clock.js';

/** Silence after which both sides are at rest: many times the pause between two looks under load. */
const QUIET_MS = 2_000;

/** One PostgreSQL (with fsync), one Temporal server in memory, the product's worker and a bare one in this process. */
export interface Bench {
  server: string;
  ownerUrl: string;
  /** As the application's role. */
  app: DataSource;
  record: CaseRecord;
  client: Client;
  /** Rows of the bare side. */
  pool: pg.Pool;
  /** Counts looks of workflows at applications; told at each. */
  onAdvance: { heard: (application: string) => void };
  /** Told at each row of the bare side. */
  onInsert: { heard: () => void };
  /** Waits until no wake-up is left to carry and no workflow of either side has looked for a while. */
  drained(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBench(say: (line: string) => void): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-bench-'));
  await chmod(folder, 0o755);
  const [pgPort, temporalPort] = [await anyFreePort(), await anyFreePort()];
  const program = await provisionTemporalCli(say);
  const postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    port: pgPort,
    passwords: testPasswords,
    logFile: join(folder, 'postgres.log'),
  });
  const temporal = await startTemporalServer({ program, port: temporalPort });
  const address = `127.0.0.1:${temporalPort}`;
  await ensureNamespace(address, 'capofila');
  const urls = postgresUrls(pgPort, 'bench', testPasswords);
  await ensureDatabase(postgresUrls(pgPort, 'postgres', testPasswords).superuser, 'bench');
  await migrate(urls.owner);
  const pool = new pg.Pool({ connectionString: urls.owner, max: 20 });
  await pool.query('create table bare (id bigint generated always as identity primary key)');
  const clock = SetClock.at('2024-05-08', '10:00');
  const app = await openDataSource({ url: urls.app, poolSize: 20 });
  const worker = await openDataSource({ url: urls.worker });
  await keepDefinition(new PostgresDefinitions(worker), { as: 'worker' }, sendDefinition());
  await worker.destroy();

  const post = await SmtpCatcher.start();
  const configuration = readConfiguration({
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATABASE_URL: urls.worker,
    CAPOFILA_SMTP_URL: post.url,
    TEMPORAL_ADDRESS: address,
  });
  const product = await NestFactory.createApplicationContext(WorkerModule.with(configuration, clock), {
    logger: ['error'],
  });
  const onAdvance: Bench['onAdvance'] = { heard: () => {} };
  let lastLook = performance.now();
  const cases = product.get(CaseRecord);
  const looked = cases.look.bind(cases);
  cases.look = async (application) => {
    const outcome = await looked(application);
    onAdvance.heard(application);
    lastLook = performance.now();
    return outcome;
  };
  // Each mail's own workflow looks too: it is load that must not run into the other side's turn.
  const box = product.get(PostBox);
  const next = box.next.bind(box);
  box.next = async (person) => {
    const mail = await next(person);
    lastLook = performance.now();
    return mail;
  };
  await startWorker(product, configuration);

  const onInsert: Bench['onInsert'] = { heard: () => {} };
  const connection = await NativeConnection.connect({ address });
  const bare = await Worker.create({
    connection,
    namespace: 'capofila',
    taskQueue: 'bare',
    workflowsPath: fileURLToPath(new URL(`./bare.workflow.js`, import.meta.url)),
    maxConcurrentLocalActivityExecutions: 16,
    activities: {
      insert: async () => {
        await pool.query('insert into bare default values');
        lastLook = performance.now();
        onInsert.heard();
      },
    },
  });
  const running = bare.run();
  const clientConnection = await Connection.connect({ address });
  return {
    server:
      'Temporal dev server 1.5.1 in memory, embedded PostgreSQL 18 with fsync, both sides in one process',
    ownerUrl: urls.owner,
    app,
    record: new CaseRecord(new PostgresCaseStore(app), clock),
    client: new Client({ connection: clientConnection, namespace: 'capofila' }),
    pool,
    onAdvance,
    onInsert,
    drained: async () => {
      for (;;) {
        const { rows } = await pool.query<{ left: number }>('select count(*)::int as left from wake');
        if (rows[0]?.left === 0 && performance.now() - lastLook > QUIET_MS) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
    stop: async () => {
      bare.shutdown();
      await running;
      await product.close();
      await app.destroy();
      await pool.end();
      await post.stop();
      await clientConnection.close();
      await temporal.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
