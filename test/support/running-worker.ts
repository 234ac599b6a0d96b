import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Connection } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import { readConfiguration } from '../../apps/worker/src/configuration.js';
import { startWorker } from '../../apps/worker/src/start-worker.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import type { TestDatabase } from './database.js';
import { setClockOf } from './product.js';
import { testTemporalAddress } from './server-addresses.js';
import type { SmtpCatcher } from './smtp-catcher.js';
import { testBundle } from './workflow-bundle.js';

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

/** Starts the worker; database and catcher are its own from here on: `stop` ends them too. */
export async function runWorker(
  database: TestDatabase,
  post: SmtpCatcher,
  dataFolder?: string,
): Promise<RunningWorker> {
  const namespace = `test-${randomUUID()}`;
  const source = await openDataSource({ url: database.urls.worker });
  const startOn = async (temporalNamespace: string) => {
    const configuration = readConfiguration({
      CAPOFILA_MODE: 'test',
      CAPOFILA_DATABASE_URL: database.urls.worker,
      CAPOFILA_SMTP_URL: post.url,
      // Nothing listens there: tests take the path of a link and ask their own API.
      CAPOFILA_ANSWERS_URL: 'https://capofila.example',
      TEMPORAL_ADDRESS: testTemporalAddress(),
      TEMPORAL_NAMESPACE: temporalNamespace,
      CAPOFILA_DATA_DIR: dataFolder,
    });
    const app = await NestFactory.createApplicationContext(WorkerModule.with(configuration), {
      logger: ['error'],
    });
    await startWorker(app, configuration, await testBundle());
    return app;
  };
  let app = await startOn(namespace);
  return {
    database,
    source,
    post,
    namespace,
    setClock: async (date, time) => {
      await setClockOf(database, { date, time });
      await asWorker(source, wakeEverything);
    },
    loseTemporal: async () => {
      await app.close();
      const fresh = `test-${randomUUID()}`;
      app = await startOn(fresh);
      return fresh;
    },
    stop: () => stopAll(app, source, post, database),
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
