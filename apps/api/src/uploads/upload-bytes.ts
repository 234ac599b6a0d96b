import { FileStore } from '@tus/file-store';
import { createWriteStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isFull, NO_ROOM } from '#use-cases/ports/document-store.js';
import { Refusal } from '#use-cases/refusal.js';

/** The tus store, which says of every failed write the same; here a full disk is told as what it is. */
export class UploadBytes extends FileStore {
  override create(...asked: Parameters<FileStore['create']>): ReturnType<FileStore['create']> {
    return super.create(...asked).catch(told);
  }

  /** What was written before the disk was full stays: the upload goes on from there. */
  override async write(...[readable, id, offset]: Parameters<FileStore['write']>): Promise<number> {
    const bytes = createWriteStream(`${this.directory}/${id}`, { flags: 'r+', start: offset });
    let arrived = 0;
    const meter = new Transform({
      transform(piece: Buffer, _encoding, done) {
        arrived += piece.length;
        done(null, piece);
      },
    });
    try {
      await pipeline(readable, meter, bytes);
    } catch (error) {
      return told(error);
    }
    return offset + arrived;
  }
}

/** @throws Refusal `DOC-303` where there is no room, else what went wrong. */
function told(error: unknown): never {
  if (isFull(error)) throw new Refusal(NO_ROOM.code, NO_ROOM.detail);
  throw error;
}
