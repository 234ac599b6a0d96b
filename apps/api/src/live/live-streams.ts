import { type BeforeApplicationShutdown, Injectable, type OnModuleInit } from '@nestjs/common';
import type { ServerResponse } from 'node:http';
import { Changes } from '#use-cases/ports/changes.js';
import { Refusal } from '#use-cases/refusal.js';

/** Open pages of one person; a browser opens one each. */
const MOST_EACH = 8;
/** Of changes that come close together one is told. */
const GATHER_MS = 300;
const HEARTBEAT_MS = 25_000;
/** After how long a browser comes back by itself. */
const RETRY_MS = 3_000;
/** Whoever reads so slowly has gone. */
const MOST_UNREAD = 64 * 1024;

const CHANGED = 'event: changed\ndata:\n\n';

interface Stream {
  readonly person: string;
  readonly response: ServerResponse;
  /** Whether what it was opened with still opens anything. */
  readonly stillSignedIn: () => Promise<boolean>;
}

/** Open pages that are told "something changed", and nothing else: what changed they ask as ever, each in its own sight. */
@Injectable()
export class LiveStreams implements OnModuleInit, BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private stopListening: (() => void) | undefined;
  private toldAt = 0;
  private telling: NodeJS.Timeout | undefined;

  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.stopListening = this.changes.listen((change) => {
      if (change === 'changed') this.tellSoon();
      else void this.endSignedOut();
    });
    // Lifetimes that end by themselves ring no bell.
    const beat = setInterval(() => {
      this.send(': \n\n');
      void this.endSignedOut();
    }, HEARTBEAT_MS);
    this.timers.add(beat.unref());
  }

  /** Server and database can only close when nobody is connected. */
  beforeApplicationShutdown(): void {
    this.stopListening?.();
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.telling);
    for (const stream of this.streams) this.end(stream);
  }

  /** @throws Refusal `LIVE-01` when the person has too many already. */
  demandRoom(person: string): void {
    const open = [...this.streams].filter((each) => each.person === person).length;
    if (open < MOST_EACH) return;
    throw new Refusal(
      'LIVE-01',
      'Hai troppe pagine aperte: chiudine qualcuna. Questa funziona lo stesso, ma per vedere le novità va ricaricata.',
      { retryAfterSeconds: 60 },
    );
  }

  /**
   * Keeps an answer open and tells it of changes.
   * @param cameBack the browser lost an earlier stream: it may have missed something.
   */
  open(stream: Stream, cameBack: boolean): void {
    const { response } = stream;
    if (response.closed) return;
    this.streams.add(stream);
    response.once('close', () => this.streams.delete(stream));
    response.on('error', () => this.streams.delete(stream));
    // The empty id makes a browser say, when it comes back, that it was here before.
    response.write(`retry: ${RETRY_MS}\nid: 0\n\n${cameBack ? CHANGED : ''}`);
  }

  private tellSoon(): void {
    if (this.telling !== undefined) return;
    const wait = Math.max(0, this.toldAt + GATHER_MS - Date.now());
    this.telling = setTimeout(() => {
      this.telling = undefined;
      this.toldAt = Date.now();
      this.send(CHANGED);
    }, wait).unref();
  }

  private send(text: string): void {
    for (const stream of this.streams) {
      if (stream.response.writableLength > MOST_UNREAD) this.end(stream);
      else stream.response.write(text);
    }
  }

  private async endSignedOut(): Promise<void> {
    for (const stream of this.streams) {
      // A database that cannot be asked says nothing about anybody.
      const still = await stream.stillSignedIn().catch(() => true);
      if (!still) this.end(stream);
    }
  }

  private end(stream: Stream): void {
    this.streams.delete(stream);
    stream.response.end();
  }
}
