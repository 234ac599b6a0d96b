import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { asWorker } from '#persistence/scoped.js';
import { queueWake } from '#persistence/wake/wake.js';
import { Clock } from '#use-cases/clock.js';

/** A case whose moment passed this long ago was forgotten by somebody: it is woken again and said aloud. */
const LATE_MS = 10 * 60_000;

@Injectable()
export class Watchdog implements OnApplicationShutdown {
  private readonly log = new Logger('watchdog');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  start(everyMs: number): void {
    this.timer = setInterval(() => {
      this.look().catch((error: unknown) => this.log.error(String(error)));
    }, everyMs);
  }

  /** Wakes every case, and every person's post, that is ten minutes late. */
  async look(): Promise<number> {
    const now = await this.clock.now();
    const late = new Date(now - LATE_MS);
    return asWorker(this.database, async (manager) => {
      const cases: { id: string }[] = await manager.query(
        `select id from application where next_moment < $1 and not ended`,
        [late],
      );
      const people: { person_id: string }[] = await manager.query(
        `select distinct person_id from message where state = 'pending' and deliver_at < $1`,
        [late],
      );
      await queueWake(
        manager,
        'application',
        cases.map((row) => row.id),
      );
      await queueWake(
        manager,
        'post',
        people.map((row) => row.person_id),
      );
      if (cases.length > 0)
        this.log.warn(`${cases.length} applications were late by ten minutes or more: woken`);
      return cases.length;
    });
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
