import type { DataSource } from 'typeorm';
import type { SearchHit } from '#contracts/search.js';
import { Search } from '#use-cases/ports/search.js';
import { asPerson } from '../scoped.js';

/**
 * One statement over what the person sees; the words are looked for as they are, whatever their case. Of an application
 * also the texts and numbers that milestones recorded: CIG, number of the decree, protocol.
 */
const FIND = `
  with wanted as (select '%' || replace(replace(replace($1, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%' as words)
  select kind, title, detail, page from (
    select 'application' as kind, b.name || ' · ' || (e.body ->> 'shortTitle') as title,
           case when a.number ilike words then a.number
                when a.cup ilike words then 'CUP ' || a.cup
                when noted.value is not null then noted.value
                else coalesce(a.wait ->> 'label', '') end as detail,
           '/candidature/' || a.slug as page, 1 as place
      from wanted, application a
      join call c on c.id = a.call_id
      join edition e on e.id = c.edition_id
      join body b on b.id = a.applicant_id
      left join lateral (
        select v.value from fact f, jsonb_each_text(f.body -> 'data') v
         where f.stream_id = a.id and f.type = 'milestone.recorded' and v.value ilike words
         order by f.seq desc limit 1) noted on true
     where a.number ilike words or a.cup ilike words or a.slug ilike words or b.name ilike words
        or e.body ->> 'shortTitle' ilike words or noted.value is not null
    union all
    select 'call', e.body ->> 'title', c.number, '/avvisi/' || c.slug, 2
      from wanted, call c join edition e on e.id = c.edition_id
     where e.body ->> 'title' ilike words or e.body ->> 'shortTitle' ilike words or c.number ilike words
    union all
    select 'notedCall', n.title, n.funder, '/avvisi/visti/' || n.slug, 3
      from wanted, noted_call n where n.call_id is null and (n.title ilike words or n.funder ilike words)
    union all
    select 'body', b.name, case when b.istat = $1 then 'ISTAT ' || b.istat else '' end, '/comuni/' || b.id, 4
      from wanted, body b where b.name ilike words or b.istat = $1
    union all
    select 'person', p.name,
           coalesce((select string_agg(distinct b.name, ', ') from membership m join body b on b.id = m.body_id
                      where m.person_id = p.id), ''), '/persone/' || p.id, 5
      from wanted, person p where p.deactivated_at is null and p.name ilike words
  ) found
  order by place, title, detail limit $2`;

/** Search in PostgreSQL; row-level security leaves out what is not the person's. */
export class PostgresSearch extends Search {
  constructor(private readonly database: DataSource) {
    super();
  }

  override find(person: string, words: string, limit: number): Promise<SearchHit[]> {
    return asPerson(this.database, person, (manager) => manager.query(FIND, [words, limit]));
  }
}
