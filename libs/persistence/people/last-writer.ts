import type { EntityManager } from 'typeorm';
import type { Overtaken, RecordedChange } from '#use-cases/refusal.js';
import { whoIs } from './who.js';

/** What is written over, as refusals name it, and the rows that hold it. */
const ROWS = {
  'call.noted': 'noted_call t where t.id = $1',
  'person.contacts': 'person t where t.id = $1',
  'person.role': 'membership t where t.id = $1',
  'person.capability': 'capability t where t.person_id = $1 and t.kind = $2',
} as const;

/**
 * SQL that holds while nobody else wrote over the row `t` since it had a version; one's own writing is no surprise.
 * @param version SQL of the version that was seen; null: not asked.
 */
export const unchanged = (t: string, version: string) =>
  `(${version}::int is null or ${t}.version = ${version}::int or ${t}.changed_by = app_person())`;

/** Who wrote over a row last. */
export async function lastWriter(
  manager: EntityManager,
  what: keyof typeof ROWS,
  key: readonly string[],
): Promise<Overtaken> {
  const rows: (Omit<RecordedChange, 'recordedAt'> & { recordedAt: Date })[] = await manager.query(
    `select '${what}' as type, t.changed_at as "recordedAt", ${whoIs('t.changed_by')} from ${ROWS[what]}
        and t.changed_at is not null`,
    [...key],
  );
  return { changes: rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })) };
}
