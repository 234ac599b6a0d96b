import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FolderDocumentStore } from './folder-document-store.js';

let folder: string;
let store: FolderDocumentStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'capofila-documents-'));
  store = new FolderDocumentStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

test('keeps a file under the hash of its content and gives it back', async () => {
  const stored = await store.put(Readable.from([Buffer.from('determina')]), 100);
  const sha256 = createHash('sha256').update('determina').digest('hex');
  expect(stored).toMatchObject({ ok: true, sha256, bytes: 9 });
  expect(await text(await store.get(sha256))).toBe('determina');
});

test('a file of which a byte changed, or which is gone, is known as such', async () => {
  const stored = await store.put(Readable.from([Buffer.from('determina')]), 100);
  if (!stored.ok) throw new Error('not kept');
  expect(await store.check(stored.sha256)).toBe('whole');
  expect(await store.check(stored.sha256, { bytes: 9 })).toBe('whole');
  expect(await store.check(stored.sha256, { bytes: 10 })).toBe('changed');
  const place = join(folder, stored.sha256.slice(0, 2), stored.sha256);
  await writeFile(place, 'determinA');
  expect(await store.check(stored.sha256)).toBe('changed');
  await rm(place);
  expect(await store.check(stored.sha256)).toBe('lost');
  // Where the disk gives no file, all others are read all the same.
  await mkdir(place);
  expect(await store.check(stored.sha256)).toBe('unreadable');
});

test('refuses an empty file and leaves nothing behind', async () => {
  expect(await store.put(Readable.from([]), 100)).toMatchObject({ ok: false, code: 'DOC-201' });
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('refuses a file one byte over the limit while it streams in', async () => {
  const stored = await store.put(Readable.from([Buffer.alloc(60), Buffer.alloc(41)]), 100);
  expect(stored).toMatchObject({ ok: false, code: 'DOC-202' });
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('a connection that breaks off leaves nothing behind', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      await Promise.resolve();
      throw new Error('connection reset');
    })(),
  );
  await expect(store.put(broken, 100)).rejects.toThrow('connection reset');
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('a disk that is full refuses the file, says so, and keeps nothing of it', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const content = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      await Promise.resolve();
      throw full;
    })(),
  );
  expect(await store.put(content, 100)).toMatchObject({ ok: false, code: 'DOC-303' });
  expect(await readdir(join(folder, 'arriving'))).toEqual([]);
});

test('two uploads of the same content are one file', async () => {
  const [a, b] = await Promise.all([1, 2].map(() => store.put(Readable.from([Buffer.from('same')]), 100)));
  expect(a).toMatchObject({ ok: true, sha256: b?.ok === true ? b.sha256 : '', bytes: 4 });
});

async function put(content: string) {
  const stored = await store.put(Readable.from([Buffer.from(content)]), 100);
  if (!stored.ok) throw new Error(stored.code);
  return stored;
}

/** Hashes of the files that lie here. */
async function kept(): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return files.filter((each) => each.isFile()).map((each) => each.name);
}

test('a file that was refused is taken back', async () => {
  const { discard } = await put('refused');
  await discard();
  expect(await kept()).toEqual([]);
});

test('a file that lay here before stays when the same content is refused later', async () => {
  const before = await put('same');
  const { discard } = await put('same');
  await discard();
  expect(await kept()).toEqual([before.sha256]);
});

test('a file that was put again meanwhile stays when the first put is refused', async () => {
  const first = await put('same');
  const second = await put('same');
  await first.discard();
  expect(await kept()).toEqual([second.sha256]);
  expect(await text(await store.get(second.sha256))).toBe('same');
});
