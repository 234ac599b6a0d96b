import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { FolderDocumentStore } from '#documents/folder-document-store.js';
import { PostgresFilesInSight } from '#persistence/document/stored-files.js';
import { asWorker } from '#persistence/scoped.js';
import { wakeEverything } from '#persistence/wake/wake-everything.js';
import { eventually } from '../support/eventually.js';
import { ahead, sendAhead, SkippingWorker } from '../support/skipping-worker.js';

// Three papers of Rivello; in the week a byte of one changes and another is lost.
const PAPERS = ['delibera', 'elenco', 'candidatura'];

let folder: string;
let worker: SkippingWorker;
const hashes: Record<string, string> = {};
const placeOf = (paper: string) => {
  const sha256 = hashes[paper] ?? '';
  return join(folder, 'documents', sha256.slice(0, 2), sha256);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-files-'));
  worker = await SkippingWorker.start(ahead('2024-07-19'), ['Rivello'], folder);
  const { applications } = await worker.launch(sendAhead());
  const store = new FolderDocumentStore(join(folder, 'documents'));
  const owner = new pg.Client({ connectionString: worker.database.urls.owner });
  await owner.connect();
  for (const paper of PAPERS) {
    const stored = await store.put(Readable.from([Buffer.from(paper)]), 100);
    if (!stored.ok) throw new Error(stored.code);
    hashes[paper] = stored.sha256;
    await owner.query(
      `insert into document (id, union_id, application_id, requirement, sha256, bytes, media_type, file_name, stored_at)
         values (gen_random_uuid(), $1, $2, 'proof', $3, $4, 'application/pdf', $5, now())`,
      [worker.union.id, applications['Rivello'], stored.sha256, stored.bytes, `${paper}.pdf`],
    );
  }
  await owner.end();
});

afterAll(async () => {
  await worker?.stop();
  await rm(folder, { recursive: true, force: true });
});

const known = (who: string) => new PostgresFilesInSight(worker.app).known(worker.union.people[who] ?? '');
const counts = () => new PostgresFilesInSight(worker.app).counts();
const readings = async () => (await counts()).readAt;
/** When the last reading ended, once that is another than before. */
const nextReading = async (before: string | undefined) => {
  expect(await eventually(async () => (await readings()) !== before)).toBe(true);
  return readings();
};
const news = async () =>
  (await worker.arrived()).filter(({ subject }) => subject.includes('copia di sicurezza'));

test('files are read when the worker first runs, every week after, and every night while one is to be restored; the office is told once', async () => {
  await asWorker(worker.source, wakeEverything);
  const first = await nextReading(undefined);
  expect(await counts()).toEqual({ readAt: first, spoilt: 0 });

  await worker.goTo(ahead('2024-07-20'), '12:00');
  await writeFile(placeOf('delibera'), 'deliberA');
  await rm(placeOf('elenco'));
  expect(await readings()).toBe(first);

  // The night to Sunday.
  await worker.goTo(ahead('2024-07-21'), '03:01');
  const second = await nextReading(first);
  expect(await counts()).toEqual({ readAt: second, spoilt: 2 });
  const seen = await known('deskOfficer');
  expect(seen.spoilt.map(({ fileName, applicant, fault }) => [fileName, applicant, fault])).toEqual([
    ['delibera.pdf', 'Rivello', 'changed'],
    ['elenco.pdf', 'Rivello', 'lost'],
  ]);
  expect(await known('auditor')).toEqual(seen);
  expect(await known('referent@Rivello')).toEqual({ files: 0, spoilt: [] });

  await worker.goTo(ahead('2024-07-22'), '07:59');
  expect(await news()).toEqual([]);
  await worker.goTo(ahead('2024-07-22'), '08:10');
  expect(await eventually(async () => (await news()).length > 0)).toBe(true);
  expect(await news()).toEqual([
    expect.objectContaining({
      to: 'headofoffice.ull',
      subject: '2 file depositati sono da riprendere dalla copia di sicurezza',
      text: expect.stringMatching(
        /«delibera\.pdf» \(Rivello, [^)]+\) non è più quello depositato[^]*«elenco\.pdf»[^]*non si trova più/,
      ),
    }),
  ]);

  // One is restored, the other not yet: seen in the next night, and nobody is told again.
  await writeFile(placeOf('delibera'), 'delibera');
  const third = await readings();
  await worker.goTo(ahead('2024-07-23'), '03:01');
  const fourth = await nextReading(third);
  expect(await counts()).toEqual({ readAt: fourth, spoilt: 1 });
  await writeFile(placeOf('elenco'), 'elenco');
  await worker.goTo(ahead('2024-07-24'), '03:01');
  const fifth = await nextReading(fourth);
  expect(await counts()).toEqual({ readAt: fifth, spoilt: 0 });

  // All is well: the next reading is on Sunday. What is lost again is news again.
  await worker.goTo(ahead('2024-07-26'), '09:00');
  expect(await readings()).toBe(fifth);
  await rm(placeOf('elenco'));
  await worker.goTo(ahead('2024-07-28'), '03:01');
  await nextReading(fifth);
  await worker.goTo(ahead('2024-07-29'), '08:10');
  expect(await eventually(async () => (await news()).length > 1)).toBe(true);
  expect((await news()).map(({ subject }) => subject)).toEqual([
    '2 file depositati sono da riprendere dalla copia di sicurezza',
    'Un file depositato è da riprendere dalla copia di sicurezza',
  ]);
});
