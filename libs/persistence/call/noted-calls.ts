import type { DataSource, EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import type { NotedCall } from '#contracts/noted-call.js';
import { slugOf } from '#domain/desk/slug.js';
import type { Refused } from '#domain/fact/refused.js';
import { type Idempotency, type Outcome, repeated } from '#use-cases/ports/once.js';
import { NotedCalls, type NotedWords } from '#use-cases/ports/noted-calls.js';
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

/** Of a title, what stands in an address. */
const MOST_OF_TITLE = 60;

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

  override note(
    person: string,
    words: NotedWords,
    idempotency?: Idempotency,
  ): Promise<Outcome<{ id: string; slug: string }>> {
    return asPerson(this.database, person, async (manager) => {
      const before = idempotency && (await answerBefore(manager, person, idempotency));
      if (before !== undefined && idempotency !== undefined) return repeated(before, idempotency);
      const union = await lockUnion(manager);
      if (await isNoted(manager, words.link)) return ALREADY;
      const noted = { id: uuid(), slug: await freeSlug(manager, words.title) };
      await manager.query(
        `insert into noted_call (id, slug, title, funder, link, opening_on, end_on, cut_off, source, union_id, noted_by, noted_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, app_union(), app_person(), app_now())`,
        [noted.id, noted.slug, ...inOrder(words)],
      );
      if (idempotency !== undefined) await keepAnswer(manager, person, union, idempotency, noted);
      return { ok: true, value: noted };
    });
  }

  override correct(person: string, id: string, words: NotedWords, seen: number | undefined) {
    return asPerson(this.database, person, async (manager): Promise<Outcome<Overtaken | null>> => {
      await lockUnion(manager);
      if (await isNoted(manager, words.link, id)) return ALREADY;
      const [, corrected]: [unknown, number] = await manager.query(
        `update noted_call t set title = $3, funder = $4, link = $5, opening_on = $6, end_on = $7, cut_off = $8, source = $9,
                version = version + 1, changed_by = app_person(), changed_at = app_now()
          where t.id = $1 and ${unchanged('t', '$2')}`,
        [id, seen ?? null, ...inOrder(words)],
      );
      return { ok: true, value: corrected > 0 ? null : await lastWriter(manager, 'call.noted', [id]) };
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

/** The columns that people type, in the order of the statements. */
function inOrder({ title, funder, link, opening, end, cutOff, source }: NotedWords): (string | null)[] {
  return [title, funder, link, opening ?? null, end, cutOff, source];
}

/** One at a time in a union, so that two who note the same call at once note it once. */
async function lockUnion(manager: EntityManager): Promise<string> {
  const rows: { union: string }[] = await manager.query(
    `select app_union() as union, pg_advisory_xact_lock(hashtextextended('noted calls ' || app_union(), 0))`,
  );
  return rows[0]?.union ?? '';
}

async function isNoted(manager: EntityManager, link: string, but?: string): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'select 1 from noted_call where lower(link) = lower($1) and id is distinct from $2',
    [link, but ?? null],
  );
  return rows.length > 0;
}

async function freeSlug(manager: EntityManager, title: string): Promise<string> {
  const words = slugOf(title).slice(0, MOST_OF_TITLE).replace(/-$/, '');
  const base = words === '' ? 'avviso' : words;
  const rows: { slug: string }[] = await manager.query(
    'select slug from noted_call where starts_with(slug, $1)',
    [base],
  );
  const taken = new Set(rows.map((row) => row.slug));
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
  return slug;
}

const ALREADY: { ok: false; refused: Refused } = {
  ok: false,
  refused: {
    code: 'AVV-15',
    detail: 'Un avviso con questo collegamento è già segnato: cercalo in Avvisi e correggi quello.',
  },
};
