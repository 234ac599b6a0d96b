import type { DataSource } from 'typeorm';
import { CallWatch, type WatchedCall } from '#use-cases/ports/call-watch.js';
import { definitionOf } from './definition-of.js';
import { factsOf } from '../record/load-case.js';
import { asWorker } from '../scoped.js';

export class PostgresCallWatch extends CallWatch {
  constructor(private readonly database: DataSource) {
    super();
  }

  override read(id: string): Promise<WatchedCall> {
    return asWorker(this.database, async (manager) => {
      const [counts]: { live: number; ended: number }[] = await manager.query(
        `select count(*) filter (where not ended)::int as live, count(*) filter (where ended)::int as ended
           from application where call_id = $1`,
        [id],
      );
      const definition = await definitionOf(manager, id);
      return {
        definition,
        facts: await factsOf(manager, id),
        live: counts?.live ?? 0,
        ended: counts?.ended ?? 0,
      };
    });
  }
}
