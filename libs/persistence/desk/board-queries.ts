import type { DataSource } from 'typeorm';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { BoardQueries } from '#use-cases/ports/board-queries.js';
import { FactEntity } from '../stream/stream.entities.js';
import { toFact } from '#use-cases/ports/case-store.js';
import { asPerson } from '../scoped.js';

export class PostgresBoardQueries extends BoardQueries {
  constructor(private readonly database: DataSource) {
    super();
  }

  override amendments(person: string) {
    return asPerson(this.database, person, async (manager) => {
      const rows = await manager
        .createQueryBuilder(FactEntity, 'fact')
        .where('fact.streamId in (select id from call)')
        .orderBy('fact.streamId')
        .addOrderBy('fact.seq')
        .getMany();
      const byCall = new Map<string, Fact[]>();
      for (const row of rows) byCall.set(row.streamId, [...(byCall.get(row.streamId) ?? []), toFact(row)]);
      return new Map(
        [...byCall].map(([call, facts]) => [
          call,
          ofType(effectiveFacts(facts), 'term.amended').map(({ body }) => body),
        ]),
      );
    });
  }
}
