import { createHash } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { holdersOf } from '#domain/people/assignment.js';
import type { Seat } from '#domain/people/seat.js';
import { undelivered } from '#domain/reminder/not-sent.js';
import type { CasePeople, DecidedMessage } from '../ports/case-store.js';
import type { MailRow, TriedMail } from '../ports/mail-store.js';
import type { SendOutcome } from '../ports/mailer.js';

/** Whoever is there of the ICT office. */
const OFFICE: readonly Seat[] = [{ role: 'deskOfficer' }, { role: 'headOfOffice' }];
const STATE = { accepted: 'sent', retry: 'sending', dead: 'dead', refused: 'failed' } as const;

/**
 * What became of a mail after a try, and who hears of one that cannot arrive.
 * @param about of a mail that failed: an application that it is about.
 */
export function afterTry(
  mail: MailRow,
  outcome: SendOutcome,
  about: { application: string; people: CasePeople } | undefined,
  now: number,
): TriedMail {
  const code = outcome.kind === 'accepted' ? 250 : Number.parseInt(outcome.code, 10) || null;
  // It said no, or was not there: this try brought nothing to anybody.
  const sure = outcome.kind === 'retry' && (outcome.unreached === true || (code ?? 0) >= 400);
  const state = STATE[outcome.kind];
  const failed = state === 'dead' || state === 'failed';
  return {
    mail: {
      id: mail.id,
      state,
      attempts: mail.attempts + 1,
      ...(sure ? { unanswered: Math.max(0, mail.unanswered - 1) } : {}),
      smtpCode: code,
      ...(state === 'sent' ? { sentAt: new Date(now) } : {}),
      // The record shows what was said; who reads it later must not find an answer's secret in it.
      ...(state === 'sending' ? {} : withoutSecrets(mail)),
    },
    ...(state === 'sent' ? { messages: { state }, since: mail.writtenAt } : {}),
    ...(failed ? { messages: { state: 'failed', why: undelivered(code) } } : {}),
    told: failed && about !== undefined ? tellOffice({ ...mail, state }, about, now) : [],
  };
}

/**
 * A mail that cannot arrive shows up for today's officers: once for each address, so that news of news that cannot
 * arrive either come to an end.
 */
function tellOffice(
  mail: MailRow & { state: 'dead' | 'failed' },
  { application, people }: { application: string; people: CasePeople },
  now: number,
): DecidedMessage[] {
  const address = createHash('sha256').update(mail.toAddress).digest('hex').slice(0, 16);
  return holdersOf(people, OFFICE, localAt(now).date)
    .filter((person) => person !== mail.personId)
    .map((person) => ({
      id: uuid(),
      unionId: mail.unionId,
      key: `person/${mail.personId}/${mail.state}/${address}/${person}`,
      kind: 'officeNews',
      person,
      application,
      deliverAt: isoInstant(now),
      digest: false,
      body: { news: 'deadAddress', about: mail.personId, state: mail.state },
      decidedAt: new Date(now),
      state: 'pending',
      why: null,
    }));
}

export function withoutSecrets({
  textBody,
  htmlBody,
}: Pick<MailRow, 'textBody' | 'htmlBody'>): Pick<MailRow, 'textBody' | 'htmlBody'> {
  const hidden = (text: string) => text.replaceAll(/\/risposte\/[\w-]+/g, '/risposte/...');
  return { textBody: hidden(textBody), htmlBody: hidden(htmlBody) };
}
