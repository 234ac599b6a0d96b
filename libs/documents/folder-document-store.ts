import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  DocumentStore,
  type DocumentState,
  isFull,
  NO_ROOM,
  refusedSize,
  type Stored,
} from '#use-cases/ports/document-store.js';

class TooLarge extends Error {}

const GONE = /^(?:ENOENT|ENOTDIR)$/;
/** A disk that fails, or a file that is no longer ours to read. */
const UNREADABLE = /^(?:EIO|EACCES|EPERM|EISDIR|EUCLEAN)$/;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** Documents as files of one folder, named by their hash; a file appears there only when it is whole. */
export class FolderDocumentStore extends DocumentStore {
  constructor(private readonly folder: string) {
    super();
  }

  override async put(content: Readable, limitBytes: number): Promise<Stored> {
    const arriving = join(this.folder, 'arriving', randomUUID());
    await mkdir(join(this.folder, 'arriving'), { recursive: true });
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        hash.update(chunk);
        done(bytes > limitBytes ? new TooLarge() : null, chunk);
      },
    });
    try {
      await pipeline(content, meter, createWriteStream(arriving, { flags: 'wx', flush: true }));
    } catch (error) {
      await rm(arriving, { force: true });
      const refused = error instanceof TooLarge ? refusedSize(bytes, limitBytes) : undefined;
      if (refused !== undefined) return { ok: false, ...refused };
      if (isFull(error)) return { ok: false, ...NO_ROOM };
      throw error;
    }
    const empty = refusedSize(bytes, limitBytes);
    if (empty !== undefined) {
      await rm(arriving, { force: true });
      return { ok: false, ...empty };
    }
    const sha256 = hash.digest('hex');
    const place = this.placeOf(sha256);
    await mkdir(join(place, '..'), { recursive: true });
    const inode = await settle(arriving, place);
    // Its name must outlive a power cut as its bytes do.
    await flushFolder(join(place, '..'));
    await flushFolder(this.folder);
    const discard = async () => {
      if (inode !== undefined) await takeBack(place, inode, arriving);
    };
    return { ok: true, sha256, bytes, discard };
  }

  override async check(
    sha256: string,
    by: Parameters<DocumentStore['check']>[1] = {},
  ): Promise<DocumentState> {
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const piece of createReadStream(this.placeOf(sha256)) as AsyncIterable<Buffer>) {
        hash.update(piece);
        bytes += piece.length;
        await by.read?.(piece.length);
      }
    } catch (error) {
      if (GONE.test(codeOf(error))) return 'lost';
      if (UNREADABLE.test(codeOf(error))) return 'unreadable';
      throw error;
    }
    return hash.digest('hex') === sha256 && bytes === (by.bytes ?? bytes) ? 'whole' : 'changed';
  }

  override async get(sha256: string): Promise<Readable> {
    return createReadStream(this.placeOf(sha256));
  }

  private placeOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

/**
 * Brings a whole file to its place. The same content put twice is replaced, so that each put has a file of its own to
 * know again.
 * @returns the file's number, or undefined when the same content lay there before.
 */
async function settle(arriving: string, place: string): Promise<bigint | undefined> {
  const { ino } = await stat(arriving, { bigint: true });
  try {
    await link(arriving, place);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await rename(arriving, place);
    return undefined;
  }
  await rm(arriving);
  return ino;
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Removes a file if it is still that of this put; another's, put meanwhile, goes back to its place. */
async function takeBack(place: string, inode: bigint, aside: string): Promise<void> {
  try {
    await rename(place, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const { ino } = await stat(aside, { bigint: true });
  if (ino === inode) await rm(aside);
  else await rename(aside, place);
}
