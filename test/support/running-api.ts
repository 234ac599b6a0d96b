import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { openDataSource } from '#persistence/data-source.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApi } from '../../apps/api/src/create-api.js';
import type { TestDatabase } from './database.js';
import { productDatabase } from './product.js';
import { demandTrueAnswers } from './true-answers.js';

/** The API alone, over HTTP, on a database of its own with the real nine comuni; nobody carries its wake-ups. */
export interface RunningApi {
  url: string;
  database: TestDatabase;
  /** As the worker's role. */
  worker: DataSource;
  /** Where uploads lie. */
  dataFolder: string;
  stop(): Promise<void>;
}

/** @param databasePort where the database is reached, when not directly. */
export async function runApi(
  start: { date: LocalDate; time: string },
  env: Readonly<Record<string, string>> = {},
  databasePort?: number,
): Promise<RunningApi> {
  const database = await productDatabase(start);
  const dataFolder = await mkdtemp(join(tmpdir(), 'capofila-data-'));
  const worker = await openDataSource({ url: database.urls.worker, poolSize: 2 });
  const appUrl = new URL(database.urls.app);
  if (databasePort !== undefined) appUrl.port = String(databasePort);
  const configuration = readConfiguration({
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATABASE_URL: appUrl.href,
    CAPOFILA_DATA_DIR: dataFolder,
    // Whoever signs in here does so with a password: no mail goes.
    CAPOFILA_SMTP_URL: 'smtp://127.0.0.1:1',
    CAPOFILA_WEB_DIR: join(dataFolder, 'no-pages'),
    ...env,
  });
  const api = await createApi(configuration, false);
  demandTrueAnswers(api);
  await api.listen(0, '127.0.0.1');
  return {
    url: await api.getUrl(),
    database,
    worker,
    dataFolder,
    stop: async () => {
      await api.close();
      await worker.destroy();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
