import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
import { Clock } from '../clock.js';
import { CaseRecord } from '../record/case-record.js';
import { ReminderTokens } from '../ports/reminder-tokens.js';
import { Refusal } from '../refusal.js';

/** The three answers of a reminder, by the secret of that one message: they declare, they never file or approve. */
@Injectable()
export class AnswerReminder {
  constructor(
    private readonly tokens: ReminderTokens,
    private readonly cases: CaseRecord,
    private readonly clock: Clock,
  ) {}

  /** Whether the question may still be asked. @throws Refusal `RISP-01`. */
  async open(token: string): Promise<void> {
    if ((await this.tokens.find(token)) === undefined) throw used();
  }

  /** @throws Refusal `RISP-01` when the link was used or is too old. */
  async run(token: string, answer: 'done' | 'cannot' | 'notMine'): Promise<void> {
    const message = await this.tokens.find(token);
    if (message === undefined) throw used();
    const at = localAt(await this.clock.now());
    const fact: NewFact = {
      type: 'reminder.answered',
      legalDate: at.date,
      legalTime: at.time,
      legalSource: 'received',
      channel: 'email',
      actor: message.person,
      body: { answer, person: message.person, ...message.about },
    };
    const acting = { as: 'person' as const, person: message.person };
    // Recorded before the link is used up, and once only: a crash in between loses neither the answer nor the link.
    const secret = createHash('sha256').update(token).digest('hex');
    const once = { key: `risposta-${secret}`, requestHash: secret };
    accepted(await this.cases.record(acting, message.application, () => [{ fact }], once));
    await this.tokens.use(token);
  }
}

function used(): Refusal {
  return new Refusal(
    'RISP-01',
    'Questo collegamento è già stato usato o è scaduto: rispondi all’e-mail oppure chiama l’ufficio.',
  );
}
