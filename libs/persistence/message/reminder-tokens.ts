import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type AnsweredMessage, ReminderTokens } from '#use-cases/ports/reminder-tokens.js';
import { asNobody } from '../scoped.js';

interface Row {
  application_id: string;
  person_id: string;
  term: string | null;
  round: number | null;
  requirement: string | null;
  of: string | null;
}

/** Asked before anybody is known, so through two functions that answer about one secret only. */
export class PostgresReminderTokens extends ReminderTokens {
  constructor(private readonly database: DataSource) {
    super();
  }

  override async find(token: string): Promise<AnsweredMessage | undefined> {
    const [row]: Row[] = await asNobody(this.database, (manager) =>
      manager.query(`select * from message_of_token($1)`, [hashOf(token)]),
    );
    if (row === undefined) return undefined;
    const { term, round, requirement, of } = row;
    return {
      application: row.application_id,
      person: row.person_id,
      about: {
        ...(term === null ? {} : { term }),
        ...(round === null ? {} : { round }),
        ...(requirement === null ? {} : { requirement }),
        ...(of === null ? {} : { of }),
      },
    };
  }

  override async use(token: string): Promise<void> {
    await asNobody(this.database, (manager) =>
      manager.query(`select * from use_reminder_token($1)`, [hashOf(token)]),
    );
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
