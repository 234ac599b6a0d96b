import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type RegisteredBody, type RegisteredUnion, Registry } from '#use-cases/ports/registry.js';
import { asPerson } from '../scoped.js';

/** The registry in PostgreSQL. */
@Injectable()
export class PostgresRegistry extends Registry {
  constructor(private readonly source: DataSource) {
    super();
  }

  override async unionOf(person: string): Promise<RegisteredUnion | undefined> {
    return asPerson(this.source, person, async (manager) => {
      const unions: { id: string; ipa: string; name: string }[] = await manager.query(
        'select id, ipa, name from union_',
      );
      const [union] = unions;
      return union === undefined ? undefined : { ...union, bodies: await bodiesOf(manager, union.id) };
    });
  }
}

/** Bodies of a union in the manager's sight: the union's own first, then by name. */
export async function bodiesOf(manager: EntityManager, union: string): Promise<RegisteredBody[]> {
  const rows: { body: RegisteredBody }[] = await manager.query(
    `select jsonb_strip_nulls(jsonb_build_object(
        'id', b.id, 'kind', b.kind, 'ipa', b.ipa, 'istat', b.istat, 'name', b.name,
        'patronDay', b.patron_day, 'closedPeriods', b.closed_periods,
        'residents', coalesce((select jsonb_agg(jsonb_build_object('on', r.on_date, 'count', r.count,
            'source', r.source, 'confirmed', r.confirmed) order by r.on_date, r.source)
            from residents r where r.body_id = b.id), '[]'),
        'agreements', coalesce((select jsonb_agg(jsonb_build_object('function', a.function, 'from', a.from_date,
            'to', a.to_date, 'source', a.source, 'confirmed', a.confirmed) order by a.from_date, a.function)
            from agreement a where a.body_id = b.id), '[]')
      )) as body
       from body b where b.union_id = $1 order by b.kind = 'union' desc, b.name`,
    [union],
  );
  return rows.map((row) => row.body);
}
