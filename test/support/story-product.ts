import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailSettings, senderOf } from '#configuration/mail-settings.js';
import { readConfiguration } from '../../apps/api/src/configuration.js';
import { createApi } from '../../apps/api/src/create-api.js';
import { seedDemo } from '../../apps/cli/seed-demo.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { SmtpCatcher } from './smtp-catcher.js';

/** The API with its pages on the morning of the demo's story; nothing goes on by itself, since no worker runs. */
export interface StoryProduct {
  url: string;
  database: TestDatabase;
  stop(): Promise<void>;
}

/** Tells the story of the demo into a database of its own and opens the API on it. */
export async function openStory(): Promise<StoryProduct> {
  const folder = await mkdtemp(join(tmpdir(), 'capofila-story-'));
  const database = await createTestDatabase();
  const post = await SmtpCatcher.start({ folder: join(folder, 'mail') });
  await seedDemo({
    ownerUrl: database.urls.owner,
    workerUrl: database.urls.worker,
    appUrl: database.urls.app,
    smtpUrl: post.url,
    dataFolder: folder,
    mailFolder: join(folder, 'mail'),
    sender: senderOf(mailSettings.parse({ smtpUrl: post.url })),
    answersUrl: 'http://127.0.0.1:3000',
  });
  await post.stop();
  const configuration = readConfiguration({
    CAPOFILA_MODE: 'test',
    CAPOFILA_DATABASE_URL: database.urls.app,
    CAPOFILA_HTTP_PORT: '0',
    CAPOFILA_DATA_DIR: folder,
  });
  const api = await createApi(configuration, false);
  await api.listen(0, '127.0.0.1');
  return {
    url: await api.getUrl(),
    database,
    stop: async () => {
      await api.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
