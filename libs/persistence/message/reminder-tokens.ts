import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type AnsweredMessage, ReminderTokens } from '#use-cases/ports/reminder-tokens.js';

interface Row {
  application_id: string;
  person_id: string;
}

/** Asked before anybody is known, so through two functions that answer about one secret only. */
export class PostgresReminderTokens extends ReminderTokens {
  constructor(private readonly database: DataSource) {
    super();
  }

  override find(token: string): Promise<AnsweredMessage | undefined> {
    return this.ask('message_of_token', token);
  }

  override async use(token: string): Promise<void> {
    await this.ask('use_reminder_token', token);
  }

  private async ask(which: 'message_of_token' | 'use_reminder_token', token: string) {
    const hash = createHash('sha256').update(token).digest('hex');
    const rows: Row[] = await this.database.query(`select * from ${which}($1)`, [hash]);
    const row = rows[0];
    return row === undefined ? undefined : { application: row.application_id, person: row.person_id };
  }
}
