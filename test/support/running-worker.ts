import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { instantAt, epochMs, type LocalDate } from '#domain/calendar/local-date.js';
import { openDataSource } from '#persistence/data-source.js';
import { moveClock } from '#persistence/clock.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import { readConfiguration } from '../../apps/worker/src/configuration.js';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { testTemporalAddress } from './server-addresses.js';
import { SmtpCatcher } from './smtp-catcher.js';

/** A database, a namespace and a catcher of its own, with the product's worker running in this process. */
export interface RunningWorker {
  database: TestDatabase;
  /** As the worker's role. */
  source: DataSource;
  post: SmtpCatcher;
  namespace: string;
  /** Moves the product's clock (never back) and wakes everything, as the demo does. */
  setClock(date: LocalDate, time?: string): Promise<void>;
  /** Stops the worker and starts another on a fresh, empty namespace, as if Temporal's data were lost; its name. */
  loseTemporal(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * @param start where the clock is set first; `undefined` where `prepare` sets it.
 * @param prepare runs on the migrated database before the worker starts.
 */
export async function runWorker(
  start: { date: LocalDate; time?: string } | undefined,
  prepare: (database: TestDatabase, post: SmtpCatcher) => Promise<void>,
  post?: SmtpCatcher,
): Promise<RunningWorker> {
  const database = await createTestDatabase();
  const catcher = post ?? (await SmtpCatcher.start());
  const namespace = `test-${randomUUID()}`;
  const source = await openDataSource({ url: database.urls.worker });
  const setClock = async (date: LocalDate, time = '09:00') => {
    const seconds = Math.round((epochMs(instantAt(date, time)) - Date.now()) / 1000);
    const owner = await openDataSource({ url: database.urls.owner });
    await moveClock(owner.manager, seconds);
    await owner.destroy();
    await asWorker(source, wakeEverything);
  };
  if (start !== undefined) await setClock(start.date, start.time);
  await prepare(database, catcher);
  const startOn = async (temporalNamespace: string) => {
    const configuration = readConfiguration({
      CAPOFILA_MODE: 'test',
      CAPOFILA_DATABASE_URL: database.urls.worker,
      CAPOFILA_SMTP_URL: catcher.url,
      // Nothing listens there: tests take the path of a link and ask their own API.
      CAPOFILA_ANSWERS_URL: 'https://capofila.example',
      TEMPORAL_ADDRESS: testTemporalAddress(),
      TEMPORAL_NAMESPACE: temporalNamespace,
    });
    const app = await NestFactory.createApplicationContext(WorkerModule.with(configuration), {
      logger: ['error'],
    });
    await startWorker(app, configuration);
    return app;
  };
  let app = await startOn(namespace);
  return {
    database,
    source,
    post: catcher,
    namespace,
    setClock,
    loseTemporal: async () => {
      await app.close();
      const fresh = `test-${randomUUID()}`;
      app = await startOn(fresh);
      return fresh;
    },
    stop: () => stopAll(app, source, catcher, database),
  };
}

async function stopAll(
  app: INestApplicationContext,
  source: DataSource,
  post: SmtpCatcher,
  database: TestDatabase,
): Promise<void> {
  await app.close();
  await source.destroy();
  await post.stop();
  await database.drop();
}

/** Temporal, to look at histories. */
export function temporalConnection(): Promise<Connection> {
  return Connection.connect({ address: testTemporalAddress() });
}
