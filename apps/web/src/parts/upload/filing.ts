import type { Acting } from '#contracts/application-page.js';
import type { FilingConfirmation } from '#contracts/recorded.js';
import { words } from '../../words/index.js';
import { MOST_BYTES } from '#domain/document/most-bytes.js';
import { isProgram } from '#domain/document/program.js';
import type { Channel } from '#domain/fact/fact.js';

/** For what a file is sent, and in whose name. */
export interface Filing {
  application: string;
  /** Id of the paper that is asked for, or `proof`. */
  requirement: string;
  acting: Acting;
  /** How the office got it; a comune files by itself. */
  channel?: Channel;
}

/** What the page shows of a confirmation: neither a protocol number nor a sending to the funder. */
export type Confirmation = Pick<FilingConfirmation, 'document' | 'sha256' | 'bytes' | 'filedOn' | 'filedAt'>;

/** A file that was sent, as the page shows it. */
export interface Sent extends Confirmation {
  fileName: string;
}

/** Why a file is not sent. */
export type FileFault = keyof typeof words.upload.faults;

/** What can be said of a file before it is sent. */
export function faultOf(file: File): FileFault | undefined {
  if (file.size === 0) return 'empty';
  if (isProgram(file.name)) return 'program';
  return file.size > MOST_BYTES ? 'large' : undefined;
}

/** "2,4 MB", "310 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1000) return words.upload.bytes(bytes);
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${size < 10 ? size.toFixed(1).replace('.', ',').replace(',0', '') : Math.round(size)} ${unit}`;
}
