import type { Readable } from 'node:stream';

export type Stored =
  | {
      ok: true;
      sha256: string;
      bytes: number;
      /** Takes the file back after a refusal, unless the same content lay here before or was put again meanwhile. */
      discard: () => Promise<void>;
    }
  | { ok: false; code: 'DOC-201' | 'DOC-202'; detail: string };

/** Where uploaded bytes lie, under their SHA-256. */
export abstract class DocumentStore {
  /**
   * Takes a file as it streams in, never whole in memory. An empty file is `DOC-201`, one over the limit `DOC-202`;
   * neither leaves anything behind, nor does a stream that breaks off (which throws).
   */
  abstract put(content: Readable, limitBytes: number): Promise<Stored>;
  abstract get(sha256: string): Promise<Readable>;
}
