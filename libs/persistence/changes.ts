import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Change, Changes } from '#use-cases/ports/changes.js';

const CHANNELS: Readonly<Record<string, Change>> = { changed: 'changed', signed_out: 'signedOut' };
const CONNECT_MS = 10_000;
const RETRY_MS = { first: 250, most: 10_000 };

/** Notifications of PostgreSQL by one connection of their own, made again whenever it is lost. */
export class PostgresChanges extends Changes {
  private readonly listeners = new Set<(change: Change) => void>();
  private readonly stop = new AbortController();
  private running: Promise<void> | undefined;

  /** @param lost hears why the connection was lost. */
  constructor(
    private readonly url: string,
    private readonly lost: (why: string) => void,
  ) {
    super();
  }

  override listen(heard: (change: Change) => void): () => void {
    this.listeners.add(heard);
    this.running ??= this.run();
    return () => void this.listeners.delete(heard);
  }

  async close(): Promise<void> {
    this.stop.abort();
    await this.running;
  }

  private async run(): Promise<void> {
    const { signal } = this.stop;
    let wait = RETRY_MS.first;
    for (let first = true; !signal.aborted; first = false) {
      try {
        await this.hear(!first, () => (wait = RETRY_MS.first));
      } catch (error) {
        this.lost(String(error));
      }
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
      wait = Math.min(wait * 2, RETRY_MS.most);
    }
  }

  /** Listens until the connection is lost, which throws, or this is closed. */
  private async hear(again: boolean, connected: () => void): Promise<void> {
    const { signal } = this.stop;
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'capofila-changes',
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_MS,
    });
    const over = new Promise<void>((resolve, reject) => {
      client.once('error', reject);
      client.once('end', () => (signal.aborted ? resolve() : reject(new Error('the connection ended'))));
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    over.catch(() => undefined);
    client.on('notification', ({ channel }) => this.tell(CHANNELS[channel]));
    try {
      await client.connect();
      for (const channel of Object.keys(CHANNELS)) await client.query(`listen ${channel}`);
      connected();
      if (again) for (const change of Object.values(CHANNELS)) this.tell(change);
      await over;
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private tell(change: Change | undefined): void {
    if (change !== undefined) for (const heard of this.listeners) heard(change);
  }
}
