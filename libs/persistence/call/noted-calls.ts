import type { DataSource, EntityManager } from 'typeorm';
import type { NotedCall } from '#contracts/noted-call.js';
import type { Answered, Idempotency } from '#use-cases/ports/once.js';
import { NotedCalls, type NotedTransaction, type NotedWords } from '#use-cases/ports/noted-calls.js';
import type { Overtaken } from '#use-cases/refusal.js';
import { lastWriter, unchanged } from '../people/last-writer.js';
import { answerBefore, keepAnswer } from '../record/answers.js';
import { asPerson } from '../scoped.js';

/** As the API shows it; whose person is not in sight is somebody of the office. */
const SHOWN = `jsonb_strip_nulls(jsonb_build_object(
  'id', n.id, 'slug', n.slug, 'title', n.title, 'funder', n.funder, 'link', n.link, 'opening', n.opening_on,
  'end', n.end_on, 'cutOff', n.cut_off, 'source', n.source, 'version', n.version,
  'noted', jsonb_build_object('by', ${nameOf('noted_by')}, 'at', ${at('noted_at')}),
  'corrected', case when n.changed_at is not null then
      jsonb_build_object('by', ${nameOf('changed_by')}, 'at', ${at('changed_at')}) end,
  'away', case when n.away_at is not null then
      jsonb_build_object('by', ${nameOf('away_by')}, 'at', ${at('away_at')}, 'reason', n.away_reason) end,
  'call', (select jsonb_build_object('slug', c.slug, 'number', c.number) from call c where c.id = n.call_id)))`;

function nameOf(column: string): string {
  return `coalesce((select p.name from person p where p.id = n.${column}), 'ufficio dell’Unione')`;
}

function at(column: string): string {
  return `to_char(n.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

/** Noted calls in PostgreSQL. */
export class PostgresNotedCalls extends NotedCalls {
  constructor(private readonly database: DataSource) {
    super();
  }

  override list(person: string): Promise<NotedCall[]> {
    return asPerson(this.database, person, async (manager) => {
      const rows: { noted: NotedCall }[] = await manager.query(
        `select ${SHOWN} as noted from noted_call n order by n.end_on, n.title, n.id limit 500`,
      );
      return rows.map((row) => row.noted);
    });
  }

  override find(person: string, idOrSlug: string): Promise<NotedCall | undefined> {
    return asPerson(this.database, person, async (manager) => {
      const rows: { noted: NotedCall }[] = await manager.query(
        `select ${SHOWN} as noted from noted_call n where n.slug = $1 or n.id::text = $1`,
        [idOrSlug],
      );
      return rows[0]?.noted;
    });
  }

  override transact<T>(person: string, work: (on: NotedTransaction) => Promise<T>): Promise<T> {
    return asPerson(this.database, person, async (manager) => {
      // One at a time in a union, so that two who note the same call at once note it once.
      const [row]: { union: string }[] = await manager.query(
        `select app_union() as union, pg_advisory_xact_lock(hashtextextended('noted calls ' || app_union(), 0))`,
      );
      return work(new PostgresNotedTransaction(manager, person, row?.union ?? ''));
    });
  }

  override putAway(person: string, id: string, reason: string | null): Promise<void> {
    return asPerson(this.database, person, async (manager) => {
      await manager.query(
        reason === null
          ? 'update noted_call set away_by = null, away_at = null, away_reason = null where id = $1'
          : 'update noted_call set away_by = app_person(), away_at = app_now(), away_reason = $2 where id = $1',
        reason === null ? [id] : [id, reason],
      );
    });
  }
}

class PostgresNotedTransaction implements NotedTransaction {
  constructor(
    private readonly manager: EntityManager,
    private readonly person: string,
    private readonly union: string,
  ) {}

  answered(key: Idempotency): Promise<Answered | undefined> {
    return answerBefore(this.manager, this.person, key);
  }

  async isNoted(link: string, but?: string): Promise<boolean> {
    const rows: unknown[] = await this.manager.query(
      'select 1 from noted_call where lower(link) = lower($1) and id is distinct from $2',
      [link, but ?? null],
    );
    return rows.length > 0;
  }

  async slugs(base: string): Promise<ReadonlySet<string>> {
    const rows: { slug: string }[] = await this.manager.query(
      'select slug from noted_call where starts_with(slug, $1)',
      [base],
    );
    return new Set(rows.map((row) => row.slug));
  }

  async add(noted: { id: string; slug: string }, words: NotedWords, key?: Idempotency): Promise<void> {
    await this.manager.query(
      `insert into noted_call (id, slug, title, funder, link, opening_on, end_on, cut_off, source, union_id, noted_by, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_union(), app_person(), app_now())`,
      [noted.id, noted.slug, ...inOrder(words)],
    );
    if (key !== undefined) await keepAnswer(this.manager, this.person, this.union, key, noted);
  }

  async correct(id: string, words: NotedWords, seen: number | undefined): Promise<Overtaken | null> {
    const [, corrected]: [unknown, number] = await this.manager.query(
      `update noted_call t set title = $3, funder = $4, link = $5, opening_on = $6, end_on = $7, cut_off = $8, source = $9,
              version = version + 1, changed_by = app_person(), changed_at = app_now()
        where t.id = $1 and ${unchanged('t', '$2')}`,
      [id, seen ?? null, ...inOrder(words)],
    );
    return corrected > 0 ? null : lastWriter(this.manager, 'call.noted', [id]);
  }
}

/** The columns that people type, in the order of the statements. */
function inOrder({ title, funder, link, opening, end, cutOff, source }: NotedWords): (string | null)[] {
  return [title, funder, link, opening ?? null, end, cutOff, source];
}
