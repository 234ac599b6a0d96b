import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FilingConfirmation } from '#contracts/recorded.js';
import type { Actor } from '#domain/access/can.js';
import type { FileDocument, Upload } from '#use-cases/application/file-document.js';
import { NO_ROOM } from '#use-cases/ports/document-store.js';
import type { People } from '#use-cases/ports/people.js';
import { Refusal } from '#use-cases/refusal.js';
import { text } from 'node:stream/consumers';
import { UploadFolder } from './upload-folder.js';
import { Uploads } from './uploads.js';

const ACTOR: Actor = { person: 'giulia', union: 'u', unionBody: 'b', memberships: [] };
const PAPER = 'determina';

let path: string;
let folder: UploadFolder;
let uploads: Uploads;
let full: boolean;
let filed: string[];

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'capofila-uploads-'));
  folder = new UploadFolder(path);
  full = false;
  filed = [];
  const fileDocument: Pick<FileDocument, 'demandWanted' | 'run'> = {
    demandWanted: async () => undefined,
    run: async (_actor, _application, { content }: Upload) => {
      const said = await text(content);
      if (full) throw new Refusal(NO_ROOM.code, NO_ROOM.detail);
      filed.push(said);
      return { document: 'd' } as FilingConfirmation;
    },
  };
  uploads = new Uploads(folder, fileDocument as FileDocument, {} as People);
  await uploads.onModuleInit();
});
afterEach(async () => {
  uploads.onModuleDestroy();
  await rm(path, { recursive: true });
});

const base64 = (word: string) => Buffer.from(word).toString('base64');
const ABOUT = {
  application: 'ULL-2027-0001',
  requirement: 'proof',
  actingBody: '01a22f42-6447-7052-b716-d9f6899e2842',
};

async function begun(): Promise<string> {
  const metadata = Object.entries(ABOUT).map(([name, value]) => `${name} ${base64(value)}`);
  const answer = await uploads.handle(
    ACTOR,
    new Request('http://capofila.example/uploads', {
      method: 'POST',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-length': String(PAPER.length),
        'upload-metadata': metadata.join(','),
      },
    }),
  );
  expect(answer.status).toBe(201);
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
}

const piece = (id: string, content: string, offset = 0) =>
  uploads.handle(
    ACTOR,
    new Request(`http://capofila.example/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        'tus-resumable': '1.0.0',
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: content,
    }),
  );

test('a disk that is full while a piece is written is told as such', async () => {
  const id = await begun();
  await rm(folder.bytesOf(id));
  // Takes no byte: there is no space left on it.
  await symlink('/dev/full', folder.bytesOf(id));
  await expect(piece(id, PAPER)).rejects.toMatchObject({ code: 'DOC-303' });
});

test('an upload that arrived whole is kept while it cannot be filed for want of room, and filed when there is some', async () => {
  const id = await begun();
  full = true;
  await expect(piece(id, PAPER)).rejects.toMatchObject({ code: 'DOC-303' });
  expect(await folder.partial(id)).toMatchObject({ size: PAPER.length, offset: PAPER.length });
  await expect(uploads.confirmed(ACTOR, id)).rejects.toMatchObject({ code: 'DOC-303' });
  full = false;
  expect(await uploads.confirmed(ACTOR, id)).toEqual({ document: 'd' });
  expect(filed).toEqual([PAPER]);
  expect(await folder.partial(id)).toBeUndefined();
});

test('what is on record is confirmed, also where there is no room to keep the answer', async () => {
  const id = await begun();
  folder.finish = async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  };
  const answer = await piece(id, PAPER);
  expect(await answer.json()).toEqual({ document: 'd' });
});
