import type { DataSource, EntityManager } from 'typeorm';
import { type MailOutage, OUTAGE_AFTER_MS } from '#domain/post/outage.js';

/**
 * Whether the mail server is away. Asked also by whom nobody knows, so through a function that tells a time and a number.
 * @param now epoch milliseconds
 * @param of of the session's union alone, or of all.
 */
export async function mailOutage(
  on: DataSource | EntityManager,
  now: number,
  of: 'union' | 'all',
): Promise<MailOutage | undefined> {
  const rows: { since: Date; waiting: number }[] = await on.query(
    `select since, waiting from mail_outage($1, ${of === 'union' ? 'app_union()' : 'null'})`,
    [new Date(now - OUTAGE_AFTER_MS)],
  );
  return rows.map(({ since, waiting }) => ({ since: since.toISOString(), waiting }))[0];
}
