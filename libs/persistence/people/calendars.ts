import type { DataSource } from 'typeorm';
import { Calendars } from '#use-cases/ports/calendars.js';
import { asNobody, asPerson } from '../scoped.js';

/** Addresses of calendars in PostgreSQL; one function of the database answers about a secret. */
export class PostgresCalendars extends Calendars {
  constructor(private readonly source: DataSource) {
    super();
  }

  override since(person: string): Promise<number | undefined> {
    return asPerson(this.source, person, async (manager) => {
      const rows: { at: Date }[] = await manager.query(
        'select created_at as at from calendar where person_id = $1',
        [person],
      );
      return rows[0]?.at.getTime();
    });
  }

  override async keep(person: string, hash: string, at: number): Promise<void> {
    await asPerson(this.source, person, async (manager) => {
      // Two requests at once: the second waits for the first, and its address is the one that stays.
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('calendar ' || $1, 0))`, [person]);
      await manager.query('delete from calendar where person_id = $1', [person]);
      await manager.query(
        'insert into calendar (person_id, union_id, hash, created_at) values ($1, app_union(), $2, $3)',
        [person, hash, new Date(at)],
      );
    });
  }

  override async end(person: string): Promise<void> {
    await asPerson(this.source, person, (manager) =>
      manager.query('delete from calendar where person_id = $1', [person]),
    );
  }

  override personOf(hash: string): Promise<string | undefined> {
    return asNobody(this.source, async (manager) => {
      const rows: { person: string | null }[] = await manager.query(
        'select person_of_calendar($1) as person',
        [hash],
      );
      return rows[0]?.person ?? undefined;
    });
  }
}
