import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailSettings, senderOf } from '#configuration/mail-settings.js';
import { seedDemo, type Seeded } from '../../apps/cli/seed-demo.js';
import { STORY_ENDS } from '../../apps/cli/story/story.js';
import type { StoryPlace } from '../../apps/cli/story/story-parts.js';
import { createTestDatabase, type Template, type TestDatabase, templateOf } from './database.js';
import { setClockOf } from './product.js';
import { testFolder } from './server-addresses.js';
import { SmtpCatcher } from './smtp-catcher.js';

/** What the demo opens with: the whole story behind it, Friday 26 March 2027, 8:05. */
export interface ToldStory {
  database: TestDatabase;
  /** Documents and, in `mail`, the demo's mailbox. */
  folder: string;
  /** What the telling said. */
  seeded: Seeded;
}

/** The story told once a run, each time copied: what happens in a copy is of that copy alone. */
export async function copyStory(): Promise<ToldStory> {
  const database = await createTestDatabase(STORY);
  const folder = await mkdtemp(join(tmpdir(), 'capofila-story-'));
  await cp(toldFolder(), folder, { recursive: true });
  const [date, time] = STORY_ENDS;
  await setClockOf(database, { date, time });
  const seeded = JSON.parse(await readFile(join(folder, SEEDED), 'utf8')) as Seeded;
  return { database, folder, seeded };
}

/** Where a story is told, or would be told again. */
export function storyPlace({ urls }: TestDatabase, folder: string, smtpUrl: string): StoryPlace {
  return {
    ownerUrl: urls.owner,
    workerUrl: urls.worker,
    appUrl: urls.app,
    smtpUrl,
    dataFolder: folder,
    mailFolder: join(folder, 'mail'),
    sender: senderOf(mailSettings.parse({ smtpUrl })),
    answersUrl: 'https://capofila.example',
  };
}

const SEEDED = 'seeded.json';
const toldFolder = () => join(testFolder(), 'story');

const STORY: Template = templateOf('capofila_story', async (database) => {
  const folder = toldFolder();
  const post = await SmtpCatcher.start({ folder: join(folder, 'mail') });
  const seeded = await seedDemo(storyPlace(database, folder, post.url));
  await post.stop();
  await writeFile(join(folder, SEEDED), JSON.stringify(seeded));
});
