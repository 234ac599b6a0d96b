import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilingConfirmation } from '#contracts/recorded.js';

/** How long an upload may take, and how long its confirmation can be asked for again. */
export const UPLOAD_HOURS = 24;

const ID = /^[0-9a-f]{32}$/;
/** What the tus store keeps beside the bytes that came so far. */
const ABOUT = /^([0-9a-f]{32})\.json$/;

/** An upload under way, or whole and not yet on record. */
export interface PartialUpload {
  id: string;
  size: number;
  /** Bytes that are here. */
  offset: number;
  metadata: Record<string, string | null>;
  /** Real instant of the last byte, in epoch milliseconds. */
  lastByteAt: number;
}

/** An upload that is on record: its bytes lie in the document store, here only what was answered. */
export interface DoneUpload {
  person: string;
  bytes: number;
  confirmation: FilingConfirmation;
}

/** Files of uploads: `<id>` and `<id>.json` while it comes (the tus store writes them), `done/<id>.json` afterwards. */
export class UploadFolder {
  private readonly done: string;

  constructor(readonly path: string) {
    this.done = join(path, 'done');
  }

  async prepare(): Promise<void> {
    await mkdir(this.done, { recursive: true });
  }

  /** Where its bytes lie. */
  bytesOf(id: string): string {
    if (!ID.test(id)) throw new Error('not an upload');
    return join(this.path, id);
  }

  async partial(id: string): Promise<PartialUpload | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      const about = JSON.parse(await readFile(`${this.bytesOf(id)}.json`, 'utf8')) as PartialUpload;
      const { size: offset, mtimeMs } = await stat(this.bytesOf(id));
      return { id, size: about.size, metadata: about.metadata, offset, lastByteAt: Math.trunc(mtimeMs) };
    } catch {
      // Not there, or half written when the program was killed: nobody can go on with it.
      return undefined;
    }
  }

  async partials(): Promise<PartialUpload[]> {
    const ids = (await readdir(this.path)).flatMap((name) => ABOUT.exec(name)?.[1] ?? []);
    const found = await Promise.all(ids.map((id) => this.partial(id)));
    return found.filter((each) => each !== undefined);
  }

  async doneUpload(id: string): Promise<DoneUpload | undefined> {
    if (!ID.test(id)) return undefined;
    try {
      return JSON.parse(await readFile(join(this.done, `${id}.json`), 'utf8')) as DoneUpload;
    } catch {
      return undefined;
    }
  }

  /** Keeps the answer and removes the bytes, in this order: killed in between, both are there. */
  async finish(id: string, upload: DoneUpload): Promise<void> {
    const place = join(this.done, `${id}.json`);
    await writeFile(`${place}.new`, JSON.stringify(upload));
    await rename(`${place}.new`, place);
    await this.remove(id);
  }

  async remove(id: string): Promise<void> {
    await rm(this.bytesOf(id), { force: true });
    await rm(`${this.bytesOf(id)}.json`, { force: true });
  }

  /** Removes what is too old: whatever lies here and was not touched for so long. */
  async sweep(now: number): Promise<void> {
    for (const folder of [this.path, this.done]) {
      for (const entry of await readdir(folder, { withFileTypes: true })) {
        const place = join(folder, entry.name);
        if (!entry.isFile()) continue;
        const touched = (await stat(place).catch(() => undefined))?.mtimeMs ?? now;
        if (now - touched > UPLOAD_HOURS * 3_600_000) await rm(place, { force: true });
      }
    }
  }
}
