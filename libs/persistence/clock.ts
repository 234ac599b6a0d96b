import type { DataSource, EntityManager } from 'typeorm';
import { Clock, type ClockReading } from '#use-cases/clock.js';
import { answered } from './unavailable.js';

/**
 * The real clock plus the offset kept in the database, so that API and worker always agree. The offset is read each
 * time: it is one row of one page, and a demo that moves the clock expects the next answer to know.
 */
export class PostgresClock extends Clock {
  /**
   * @param source the program's own data source.
   * @param mayBeMoved true in the demo and in tests; elsewhere an offset is an error.
   */
  constructor(
    private readonly source: DataSource,
    private readonly mayBeMoved: boolean,
  ) {
    super();
  }

  /** A clock that was looked at: a program must not start on one that it would refuse to read. */
  static async start(source: DataSource, mayBeMoved: boolean): Promise<PostgresClock> {
    const clock = new PostgresClock(source, mayBeMoved);
    await clock.read();
    return clock;
  }

  /** @throws Error when the clock was moved where it may not be. */
  override async read(): Promise<ClockReading> {
    const seconds = await answered(clockOffset(this.source.manager));
    if (seconds !== 0 && !this.mayBeMoved) {
      throw new Error(
        `The clock is moved by ${seconds} seconds, which only a demo may do: set clock_offset to 0.`,
      );
    }
    const offsetMs = seconds * 1000;
    return { now: Date.now() + offsetMs, offsetMs };
  }
}

/** Seconds by which the product's clock is ahead of the real one; 0 but in a demo. */
export async function clockOffset(manager: EntityManager): Promise<number> {
  const rows: { seconds: string }[] = await manager.query('select seconds from clock_offset');
  return Number(rows[0]?.seconds ?? 0);
}

/** Moves the product's clock (demo only): it will be `seconds` ahead of the real one. */
export async function moveClock(manager: EntityManager, seconds: number): Promise<void> {
  await manager.query('update clock_offset set seconds = $1', [Math.round(seconds)]);
}
