import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { productDatabase } from './product.js';
import { type RunningWorker, runWorker } from './running-worker.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { copyStory } from './story.js';
import { demandTrueAnswers } from './true-answers.js';

export { demoPassword } from './product.js';

/** The whole product in this process: API over HTTP, worker, relay, database, Temporal, SMTP; the real nine comuni. */
export interface RunningProduct extends RunningWorker {
  url: string;
  /** Where uploads lie. */
  dataFolder: string;
}

/** The product as it is installed, on a day of its own: nothing has happened yet. */
export async function runProduct(start: { date: LocalDate; time?: string }): Promise<RunningProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'capofila-data-'));
  const worker = await runWorker(await productDatabase(start), await SmtpCatcher.start());
  return withApi(worker, dataFolder, { CAPOFILA_MODE: 'test' });
}

/** The product as a demo opens it: the whole story behind it, Friday 26 March 2027, 8:05. */
export async function runStory(): Promise<RunningProduct> {
  const { database, folder } = await copyStory();
  const mailFolder = join(folder, 'mail');
  const worker = await runWorker(database, await SmtpCatcher.start({ folder: mailFolder }));
  return withApi(worker, folder, { CAPOFILA_MODE: 'demo', CAPOFILA_DEMO_MAIL_DIR: mailFolder });
}

async function withApi(
  worker: RunningWorker,
  dataFolder: string,
  environment: NodeJS.ProcessEnv,
): Promise<RunningProduct> {
  const configuration = readConfiguration({
    ...environment,
    CAPOFILA_DATABASE_URL: worker.database.urls.app,
    CAPOFILA_HTTP_PORT: '0',
    CAPOFILA_SMTP_URL: worker.post.url,
    CAPOFILA_DATA_DIR: dataFolder,
  });
  const api = await createApi(configuration, false);
  demandTrueAnswers(api);
  await api.listen(0, '127.0.0.1');
  return { ...worker, dataFolder, url: await api.getUrl(), stop: () => stopProduct(api, worker, dataFolder) };
}

async function stopProduct(
  api: NestFastifyApplication,
  worker: RunningWorker,
  dataFolder: string,
): Promise<void> {
  await api.close();
  await worker.stop();
  await rm(dataFolder, { recursive: true, force: true });
}
