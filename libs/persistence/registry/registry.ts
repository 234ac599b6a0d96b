import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { KeptCorrection } from '#contracts/registry.js';
import type { ClosedPeriod, RegistryPart } from '#contracts/registry.js';
import {
  type RegisteredBody,
  type RegisteredUnion,
  Registry,
  type RegistryCorrection,
} from '#use-cases/ports/registry.js';
import type { Overtaken, RecordedChange } from '#use-cases/refusal.js';
import { whoIs } from '../people/who.js';
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

  override async correct(
    by: string,
    body: string,
    correction: RegistryCorrection,
    seen: number | undefined,
  ): Promise<'corrected' | 'absent' | Overtaken> {
    return asPerson(this.source, by, async (manager) => {
      // Under the row's lock, so that what is kept as "before" is what this correction replaces.
      const found: unknown[] = await manager.query('select 1 from body where id = $1 for no key update', [
        body,
      ]);
      if (found.length === 0) return 'absent';
      const late = await correctedSince(manager, body, correction.part, seen);
      if (late !== undefined) return late;
      await keep(manager, body, correction);
      return 'corrected';
    });
  }

  override async correctClosedPeriods(
    by: string,
    periods: readonly ClosedPeriod[],
    seen: number | undefined,
  ): Promise<string[] | Overtaken> {
    return asPerson(this.source, by, async (manager) => {
      // Locked by itself first: whoever waits for another one looks at who follows only when that one is done.
      const [own]: { id: string }[] = await manager.query(
        `select id from body where union_id = app_union() and kind = 'union' for no key update`,
      );
      if (own === undefined) return [];
      const late = await correctedSince(manager, own.id, 'closedPeriods', seen);
      if (late !== undefined) return late;
      const following: { id: string; name: string; kind: string }[] = await manager.query(
        `select b.id, b.name, b.kind from body b join body u on u.union_id = b.union_id and u.kind = 'union'
          where b.union_id = app_union() and b.closed_periods = u.closed_periods
          order by b.name for no key update of b`,
      );
      for (const { id } of following) await keep(manager, id, { part: 'closedPeriods', periods });
      return following.filter((each) => each.kind !== 'union').map((each) => each.name);
    });
  }

  override async corrections(by: string, body: string): Promise<KeptCorrection[] | undefined> {
    return asPerson(this.source, by, async (manager) => {
      const found: unknown[] = await manager.query('select 1 from body where id = $1', [body]);
      if (found.length === 0) return undefined;
      return manager.query<KeptCorrection[]>(
        `select c.part, c.before, c.after, ${NAME} as by, ${AT} as at from registry_change c
          where c.body_id = $1 order by c.changed_at desc, c.id desc limit 200`,
        [body],
      );
    });
  }
}

/** Whoever may not see the person knows that somebody of the office did it. */
const NAME = `coalesce((select p.name from person p where p.id = c.changed_by), 'ufficio dell’Unione')`;
const AT = `to_char(c.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** A part of the body `b` as JSON: what is shown, and what is kept when it is replaced. */
const PART: Readonly<Record<RegistryPart, string>> = {
  residents: `coalesce((select jsonb_agg(jsonb_build_object('on', r.on_date, 'count', r.count,
      'source', r.source, 'confirmed', r.confirmed) order by r.on_date, r.source)
      from residents r where r.body_id = b.id), '[]')`,
  agreements: `coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('function', a.function,
      'from', a.from_date, 'to', a.to_date, 'source', a.source, 'confirmed', a.confirmed))
      order by a.from_date, a.function) from agreement a where a.body_id = b.id), '[]')`,
  patronDay: `jsonb_build_object('day', b.patron_day, 'source', b.patron_day_source)`,
  closedPeriods: 'b.closed_periods',
};

/** Bodies of a union in the manager's sight: the union's own first, then by name. */
async function bodiesOf(manager: EntityManager, union: string): Promise<RegisteredBody[]> {
  const rows: { body: RegisteredBody }[] = await manager.query(
    `select jsonb_strip_nulls(jsonb_build_object(
        'id', b.id, 'kind', b.kind, 'ipa', b.ipa, 'istat', b.istat, 'name', b.name,
        'patronDay', b.patron_day, 'patronDaySource', b.patron_day_source,
        'closedPeriods', ${PART.closedPeriods}, 'residents', ${PART.residents}, 'agreements', ${PART.agreements},
        'changes', coalesce((select jsonb_agg(jsonb_build_object('part', c.part, 'version', c.version,
                                                'by', ${NAME}, 'at', ${AT}))
            from (select distinct on (part) *, count(*) over (partition by part) as version from registry_change
                   where body_id = b.id order by part, changed_at desc, id desc) c), '[]')
      )) as body
       from body b where b.union_id = $1 order by b.kind = 'union' desc, b.name`,
    [union],
  );
  return rows.map((row) => row.body);
}

/**
 * What other people corrected after the first `seen` corrections of a part; undefined: nothing. Ids are in the order of
 * the row's lock.
 */
async function correctedSince(
  manager: EntityManager,
  body: string,
  part: RegistryPart,
  seen: number | undefined,
): Promise<Overtaken | undefined> {
  if (seen === undefined) return undefined;
  const changes: RecordedChange[] = await manager.query(
    `select 'registry.' || c.part as type, ${AT} as "recordedAt", ${whoIs('c.changed_by')}
       from (select * from registry_change where body_id = $1 and part = $2 order by id offset $3) c
      where c.changed_by <> app_person() order by c.id`,
    [body, part, seen],
  );
  return changes.length === 0 ? undefined : { changes };
}

/** Replaces a part and keeps what stood there before. A correction that changes nothing confirms what is there. */
async function keep(manager: EntityManager, body: string, correction: RegistryCorrection): Promise<void> {
  const { part } = correction;
  const now = async (): Promise<unknown> => {
    const rows: { value: unknown }[] = await manager.query(
      `select ${PART[part]} as value from body b where b.id = $1`,
      [body],
    );
    return rows[0]?.value;
  };
  const before = await now();
  await replace(manager, body, correction);
  await manager.query(
    `insert into registry_change (id, union_id, body_id, part, before, after, changed_by, changed_at)
     values ($1, app_union(), $2, $3, $4, $5, app_person(), app_now())`,
    [uuid(), body, part, JSON.stringify(before), JSON.stringify(await now())],
  );
}

async function replace(manager: EntityManager, body: string, correction: RegistryCorrection): Promise<void> {
  switch (correction.part) {
    case 'residents':
      await manager.query('delete from residents where body_id = $1', [body]);
      await manager.query(
        `insert into residents (body_id, union_id, on_date, count, source, confirmed)
         select $1, app_union(), r."on", r.count, r.source, r.confirmed
           from jsonb_to_recordset($2) r ("on" date, count int, source text, confirmed boolean)`,
        [body, JSON.stringify(correction.residents)],
      );
      return;
    case 'agreements':
      await manager.query('delete from agreement where body_id = $1', [body]);
      await manager.query(
        `insert into agreement (body_id, union_id, function, from_date, to_date, source, confirmed)
         select $1, app_union(), a."function", a."from", a."to", a.source, a.confirmed
           from jsonb_to_recordset($2)
                a ("function" text, "from" date, "to" date, source text, confirmed boolean)`,
        [body, JSON.stringify(correction.agreements)],
      );
      return;
    case 'patronDay':
      await manager.query('update body set patron_day = $2, patron_day_source = $3 where id = $1', [
        body,
        correction.day,
        correction.source,
      ]);
      return;
    case 'closedPeriods':
      await manager.query('update body set closed_periods = $2 where id = $1', [
        body,
        JSON.stringify(correction.periods),
      ]);
  }
}
