import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { nextReading, tellFilesAt } from '#domain/document/reading.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { momentInWords } from '#domain/calendar/words.js';
import { Clock } from '../clock.js';
import { DocumentStore } from '../ports/document-store.js';
import { FileNews } from '../ports/file-news.js';
import { type Reading, type ReadStep, StoredFiles } from '../ports/stored-files.js';

/** What comes next for the files of a union. */
export interface FilesNow {
  /** To be done now; absent while it waits. */
  now?: 'read' | 'tell';
  waitMs: number;
  /** Real instant of the next step, which names the timer. */
  timer: string;
  what: 'files' | 'tell';
  on: string;
  /** In Italian, without names. */
  sentence: string;
}

const STEP = { files: 500, ms: 30_000 };
/** So that a reading leaves the disk to whoever works: a gigabyte a minute. */
const BYTES_PER_MS = 17_000;
const AGAIN_MS = 30 * 60_000;

/** Reads every stored file once a week and holds it against the record; the office is told once of what it finds. */
@Injectable()
export class LookAfterFiles {
  constructor(
    private readonly files: StoredFiles,
    private readonly store: DocumentStore,
    private readonly news: FileNews,
    private readonly clock: Clock,
  ) {}

  async look(union: string): Promise<FilesNow> {
    const [reading, { now, offsetMs }] = await Promise.all([this.files.reading(union), this.clock.read()]);
    const { next, what } = nextOf(reading, now);
    const waitMs = Math.max(0, next - now);
    const { date, time } = localAt(next);
    return {
      ...(waitMs > 0 ? {} : { now: what === 'files' ? 'read' : 'tell' }),
      waitMs,
      timer: isoInstant(next - offsetMs),
      what,
      on: date,
      sentence: sentenceOf(
        reading,
        what,
        waitMs > 0 ? momentInWords({ date, time }, { year: true }) : undefined,
      ),
    };
  }

  /**
   * One step of a reading: as many files as half a minute allows, one at a time and no faster than a disk can spare.
   * @param seen called for every piece that was read.
   * @param stopping the program is to end: what was read is kept, the rest is left for the next step.
   */
  async read(union: string, seen: () => void, stopping?: AbortSignal): Promise<void> {
    const { next, after: from = '' } = await this.files.reading(union);
    const begun = await this.clock.now();
    // A step that was asked for twice, and that another has done.
    if (next !== undefined && next > begun) return;
    const found = await this.files.after(union, from, STEP.files);
    const whole: string[] = [];
    const spoilt: ReadStep['spoilt'][number][] = [];
    const started = performance.now();
    let last: string | undefined;
    const pace = paced(seen);
    for (const { sha256, bytes } of found) {
      if (stopping?.aborted === true || performance.now() - started > STEP.ms) break;
      const state = await this.store.check(sha256, { bytes, read: pace });
      if (state === 'whole') whole.push(sha256);
      else spoilt.push({ sha256, fault: state });
      last = sha256;
      seen();
    }
    const at = await this.clock.now();
    await this.files.keep(union, {
      from,
      after: last ?? from,
      whole,
      spoilt,
      at,
      tellAt: tellFilesAt(at),
    });
    if (last !== found.at(-1)?.sha256 || found.length === STEP.files) return;
    const { anySpoilt } = await this.files.reading(union);
    await this.files.end(union, at, nextReading(at, anySpoilt));
  }

  /** Tells the office what is found and not told yet; where the mail server is away, half an hour later. */
  async tell(union: string): Promise<void> {
    const now = await this.clock.now();
    const papers = await this.files.untold(union, now);
    const hashes = [...new Set(papers.map(({ sha256 }) => sha256))];
    if (hashes.length === 0) return;
    const key = createHash('sha256').update(hashes.toSorted().join()).digest('hex').slice(0, 32);
    let later = false;
    let sent = false;
    for (const to of await this.files.office(union, now)) {
      const { kind } = await this.news.send(to, { papers, key, at: now });
      if (kind === 'retry') later = true;
      else sent = true;
    }
    // One of the office knows it: nobody is written to again for another whose mailbox is full.
    if (later && !sent) return this.files.tellLater(union, hashes, now + AGAIN_MS);
    // An address that takes no mail is no reason to write for ever: Oggi says it until it is mended.
    await this.files.told(union, hashes, now);
  }
}

function nextOf(reading: Reading, now: number): { next: number; what: 'files' | 'tell' } {
  const { next = now, tellAt } = reading;
  return tellAt !== undefined && tellAt <= Math.max(next, now)
    ? { next: tellAt, what: 'tell' }
    : { next, what: 'files' };
}

function sentenceOf(
  { after, files, anySpoilt }: Reading,
  what: FilesNow['what'],
  at: string | undefined,
): string {
  const wrong = anySpoilt ? ' Qualcuno è da riprendere dalla copia di sicurezza.' : '';
  if (at !== undefined) return `Prossimo passo sui file depositati: ${at}.${wrong}`;
  if (what === 'tell') return 'Avvisa l’ufficio dei file da riprendere dalla copia di sicurezza.';
  return `Rilegge i file depositati${after === undefined ? '' : `: ${files} letti`}.${wrong}`;
}

/** Waits after each piece as long as it would have taken at the rate that the disk can spare. */
function paced(seen: () => void): (bytes: number) => Promise<void> {
  let owed = 0;
  return async (bytes) => {
    seen();
    owed += bytes / BYTES_PER_MS;
    if (owed < 20) return;
    const ms = owed;
    owed = 0;
    await delay(ms);
  };
}
