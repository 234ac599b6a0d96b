import type { FileFault, FilesKnown, SpoiltPaper } from '#domain/document/reading.js';
import type { MailAddress } from './mailer.js';

/** How far the reading of a union's files has come. */
export interface Reading {
  /** Epoch milliseconds of the next step; absent before the first. */
  next?: number;
  /** SHA-256 after which a reading that has begun goes on; absent while none goes on. */
  after?: string;
  /** How many files it has read; of the last one while none goes on. */
  files: number;
  /** Earliest moment at which something found is to be told; absent while everything was. */
  tellAt?: number;
  /** Whether a file is to be restored. */
  anySpoilt: boolean;
}

/** What one step of a reading has seen. */
export interface ReadStep {
  /** Where it began: a step that was done meanwhile by another is dropped. */
  from: string;
  /** Where the next one goes on. */
  after: string;
  whole: readonly string[];
  spoilt: readonly { sha256: string; fault: FileFault }[];
  /** Epoch milliseconds. */
  at: number;
  tellAt: number;
}

/** What is known of stored files, and what the office was told of them; in the worker's sight. */
export abstract class StoredFiles {
  abstract reading(union: string): Promise<Reading>;
  /** Files of documents on record after a hash, in the order of their hashes, with the size on record. */
  abstract after(union: string, sha256: string, limit: number): Promise<{ sha256: string; bytes: number }[]>;
  abstract keep(union: string, step: ReadStep): Promise<void>;
  /** The reading has read them all: when the next one begins. */
  abstract end(union: string, at: number, next: number): Promise<void>;
  /** Found and not told, and to be told by then. */
  abstract untold(union: string, now: number): Promise<SpoiltPaper[]>;
  /** Heads of the office, or whoever works there while it has none. */
  abstract office(union: string, now: number): Promise<MailAddress[]>;
  abstract told(union: string, sha256: readonly string[], at: number): Promise<void>;
  abstract tellLater(union: string, sha256: readonly string[], at: number): Promise<void>;
}

/** The same, as a person sees it. */
export abstract class FilesInSight {
  abstract known(person: string): Promise<FilesKnown>;
  /** For whom nobody knows: over all unions, when the last whole reading ended, and how many files are to be restored. */
  abstract counts(): Promise<{ readAt?: string; spoilt: number }>;
}
