import type { DataSource } from 'typeorm';
import { DemoClock } from '#use-cases/ports/demo-clock.js';
import { moveClock } from './clock.js';
import { asNobody, asPerson } from './scoped.js';
import { wakeEverything } from './wake/wake-everything.js';

export class PostgresDemoClock extends DemoClock {
  constructor(
    private readonly database: DataSource,
    override readonly movable: boolean,
  ) {
    super();
  }

  override async nextMoment(now: number): Promise<number | undefined> {
    const rows: { at: Date | null }[] = await asNobody(this.database, (manager) =>
      manager.query(`select demo_next_moment($1) as at`, [new Date(now)]),
    );
    return rows[0]?.at?.getTime();
  }

  override moveTo(person: string, at: number): Promise<void> {
    return asPerson(this.database, person, async (manager) => {
      await moveClock(manager, (at - Date.now()) / 1000);
      await wakeEverything(manager);
    });
  }
}
