import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { seedDemo, type Seeded } from '../../apps/cli/seed-demo.js';
import type { StoryPlace } from '../../apps/cli/story/story-parts.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { SmtpCatcher } from '../support/smtp-catcher.js';

let database: TestDatabase;
let post: SmtpCatcher;
let folder: string;
let place: StoryPlace;
let seeded: Seeded;
let worker: DataSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-story-'));
  database = await createTestDatabase();
  post = await SmtpCatcher.start({ folder: join(folder, 'mail') });
  place = {
    ownerUrl: database.urls.owner,
    workerUrl: database.urls.worker,
    appUrl: database.urls.app,
    smtpUrl: post.url,
    dataFolder: folder,
    mailFolder: join(folder, 'mail'),
    unionName: 'Unione dei Comuni Lucani del Lagonegrese',
    answersUrl: 'http://127.0.0.1:3000',
  };
  seeded = await seedDemo(place);
  worker = await openDataSource({ url: database.urls.worker });
}, 120_000);

afterAll(async () => {
  await worker?.destroy();
  await post?.stop();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
}, 30_000);

function query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  return asWorker(worker, (manager) => manager.query(sql, parameters));
}

test('measure', async () => {
  console.log(seeded.words.join('\n'));
  const rows = await query(
    `select b.name, a.number, a.wait->>'label' l, a.overlays, a.end_on, a.safe_end, a.wait->>'sentence' s, a.next_moment from application a join body b on b.id=a.applicant_id order by 2`,
  );
  console.log(JSON.stringify(rows, null, 1));
  console.log(
    JSON.stringify(
      await query(
        `select p.email, m.to_address, m.state, count(*) from mail m join person p on p.id=m.person_id group by 1,2,3 order by 4 desc`,
      ),
    ),
  );
  console.log(
    (
      await query<{ s: string }>(
        `select to_char(sent_at at time zone 'Europe/Rome','YYYY-MM-DD HH24:MI')||' '||to_address||' '||subject as s from mail order by created_at desc limit 60`,
      )
    )
      .map((r) => r.s)
      .join('\n'),
  );
});
