import type { Readable } from 'node:stream';
import type { FileFault } from '#domain/document/reading.js';

export type Stored =
  | {
      ok: true;
      sha256: string;
      bytes: number;
      /** Takes the file back after a refusal, unless the same content lay here before or was put again meanwhile. */
      discard: () => Promise<void>;
    }
  | { ok: false; code: 'DOC-201' | 'DOC-202' | 'DOC-303'; detail: string };

/** The disk is full, or does not let itself be written: what arrived is not kept. */
export const NO_ROOM = {
  code: 'DOC-303',
  detail:
    'Il file non si è potuto salvare: l’archivio è pieno o non si lascia scrivere. Avvisa chi gestisce Capofila, poi caricalo di nuovo.',
} as const;

/** No room, or none for this user, or a disk that was mounted again for reading alone. */
const FULL = /^(?:ENOSPC|EDQUOT|EROFS)$/;

/** Whether a write failed for want of room. */
export function isFull(error: unknown): boolean {
  return FULL.test((error as NodeJS.ErrnoException | null)?.code ?? '');
}

/** Why a file of this size is not taken; undefined when it is. */
export function refusedSize(
  bytes: number,
  limitBytes: number,
): { code: 'DOC-201' | 'DOC-202'; detail: string } | undefined {
  if (bytes === 0) {
    return { code: 'DOC-201', detail: 'Il file è vuoto: controlla di aver scelto quello giusto.' };
  }
  if (bytes <= limitBytes) return undefined;
  const megabytes = Math.floor(limitBytes / 1_048_576);
  return { code: 'DOC-202', detail: `Il file supera ${megabytes} MB: riducilo e ricaricalo.` };
}

/** `whole`, or what is wrong with it. */
export type DocumentState = 'whole' | FileFault;

/** Where uploaded bytes lie, under their SHA-256. */
export abstract class DocumentStore {
  /**
   * Takes a file as it streams in, never whole in memory. An empty file is `DOC-201`, one over the limit `DOC-202`;
   * neither leaves anything behind, nor does a stream that breaks off (which throws), or a disk that is full (`DOC-303`).
   */
  abstract put(content: Readable, limitBytes: number): Promise<Stored>;
  /**
   * Reads it whole, and says whether it still is what was put here.
   * @param by `bytes`: its size on record; `read`: called for each piece, which waits for it.
   */
  abstract check(
    sha256: string,
    by?: { bytes?: number; read?: (bytes: number) => Promise<void> },
  ): Promise<DocumentState>;
  abstract get(sha256: string): Promise<Readable>;
}
