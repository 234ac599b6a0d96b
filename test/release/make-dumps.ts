import { rm } from 'node:fs/promises';
import { openDataSource } from '#persistence/data-source.js';
import { asWorker } from '#persistence/scoped.js';
import { tour } from '../../apps/demo/tour.js';
import type { TestDatabase } from '../support/database.js';
import { demoPassword, runProduct } from '../support/running-product.js';
import { copyStory } from '../support/story.js';
import { dumpDatabase } from './dump.js';
import { packFiles, writePacked } from './packed.js';
import { quiet } from './quiet.js';
import { filesOf } from './releases.js';
import { readState } from './state.js';

/** Tells the demo's story and the tour's, and dumps both for the release in hand: never for one that is out. */
export async function makeDumps(release: string): Promise<void> {
  const told = await copyStory();
  await dump(`${release}/story`, told.database, told.folder);
  await told.database.drop();
  await rm(told.folder, { recursive: true });

  const product = await runProduct({ date: '2024-05-07', time: '07:30' });
  await tour({ url: product.url, password: demoPassword, say: () => undefined });
  await quiet(product);
  await dump(`${release}/tour`, product.database, product.dataFolder);
  await product.stop();
}

async function dump(name: string, database: TestDatabase, folder: string): Promise<void> {
  const files = filesOf(name);
  const worker = await openDataSource({ url: database.urls.worker });
  const state = await readState(worker);
  const documents = await asWorker<{ sha256: string }[]>(worker, (manager) =>
    manager.query('select distinct sha256 from document order by sha256'),
  );
  await worker.destroy();
  await dumpDatabase(database, files.rows);
  await writePacked(files.state, JSON.stringify(state));
  const paths = documents.map(({ sha256 }) => `documents/${sha256.slice(0, 2)}/${sha256}`);
  await packFiles(folder, paths, files.documents);
}
