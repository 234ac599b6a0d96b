import type { DataSource } from 'typeorm';
import { mailOutage } from '../message/mail-outage.js';
import type { MailOutage } from '#domain/post/outage.js';
import { Outbox } from '#use-cases/ports/outbox.js';
import { answered } from '../unavailable.js';

export class PostgresOutbox extends Outbox {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async waitingSeconds(): Promise<number> {
    const rows: { seconds: number | null }[] = await answered(
      this.database.query(
        `select extract(epoch from clock_timestamp() - min(queued_at))::int as seconds from wake`,
      ),
    );
    return Math.max(0, rows[0]?.seconds ?? 0);
  }

  override mailOutage(now: number): Promise<MailOutage | undefined> {
    return answered(mailOutage(this.database, now, 'all'));
  }
}
