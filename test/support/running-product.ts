import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { epochMs, instantAt, type LocalDate } from '#domain/calendar/local-date.js';
import { Argon2Passwords } from '#identity/argon2-passwords.js';
import { PostgresDefinitions } from '#persistence/call/definitions.js';
import { keepDefinition } from '#use-cases/call/keep-definition.js';
import { moveClock } from '#persistence/clock.js';
import { mailSettings, senderOf } from '#configuration/mail-settings.js';
import { openDataSource } from '#persistence/data-source.js';
import { PostgresRegistryStore } from '#persistence/registry/registry-store.js';
import { LoadRegistry } from '#use-cases/registry/load-registry.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { seedDemo } from '../../apps/cli/seed-demo.js';
import { createApi } from '../../apps/api/src/create-api.js';
import type { TestDatabase } from './database.js';
import { type RunningWorker, runWorker } from './running-worker.js';
import { SmtpCatcher } from './smtp-catcher.js';
import { sendDefinition } from './send-definition.js';
import { demandTrueAnswers } from './true-answers.js';

/** The whole product in this process: API over HTTP, worker, relay, database, Temporal, SMTP; the real nine comuni. */
export interface RunningProduct extends RunningWorker {
  url: string;
  /** Where uploads lie. */
  dataFolder: string;
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Password of all the demo's people. */
export const demoPassword = (json('data/registry/demo-people.json') as { password: string }).password;

/** Loads the nine comuni, the invented people and the shipped call into a migrated database, and sets its clock. */
export async function prepareDemo(
  database: TestDatabase,
  start?: { date: LocalDate; time: string },
): Promise<string> {
  const owner = await openDataSource({ url: database.urls.owner });
  await new LoadRegistry(new PostgresRegistryStore(owner), new Argon2Passwords()).run(
    json('data/registry/lagonegrese.json'),
    json('data/registry/demo-people.json'),
  );
  if (start !== undefined) {
    await moveClock(owner.manager, (epochMs(instantAt(start.date, start.time)) - Date.now()) / 1000);
  }
  await owner.destroy();
  const source = await openDataSource({ url: database.urls.worker });
  await keepDefinition(new PostgresDefinitions(source), { as: 'worker' }, sendDefinition());
  await source.destroy();
  return demoPassword;
}

export async function runProduct(start: { date: LocalDate; time?: string }): Promise<RunningProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'capofila-data-'));
  const worker = await runWorker(start, async (database) => {
    await prepareDemo(database);
  });
  return withApi(worker, dataFolder, { CAPOFILA_MODE: 'test' });
}

/** The product as a demo opens it: the whole story behind it, Friday 26 March 2027, 8:05. */
export async function runStory(): Promise<RunningProduct> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'capofila-story-'));
  const mailFolder = join(dataFolder, 'mail');
  const post = await SmtpCatcher.start({ folder: mailFolder });
  const tell = async ({ urls }: TestDatabase) => {
    await seedDemo({
      ownerUrl: urls.owner,
      workerUrl: urls.worker,
      appUrl: urls.app,
      smtpUrl: post.url,
      dataFolder,
      mailFolder,
      sender: senderOf(mailSettings.parse({ smtpUrl: post.url })),
      answersUrl: 'https://capofila.example',
    });
  };
  const worker = await runWorker(undefined, tell, post);
  return withApi(worker, dataFolder, { CAPOFILA_MODE: 'demo', CAPOFILA_DEMO_MAIL_DIR: mailFolder });
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
