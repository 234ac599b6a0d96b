import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { localAt } from '#domain/calendar/local-date.js';
import type { Addressee } from '#domain/post/addressee.js';
import type { DeskRows, LetterItem, LetterWriter } from '../ports/letter-writer.js';
import type { AnswerToken, LoadedPost, MailRow, PostChanges } from '../ports/mail-store.js';
import type { Mail } from '../ports/mailer.js';
import type { Sender } from '../ports/sender.js';

/** A sender whose reminders can be answered by one press. */
export interface AnsweredSender extends Sender {
  /** Where the quick answers are given: the API's public address. */
  answersUrl?: string;
}

const TOKEN_DAYS = 30;

/** What one e-mail is made of. */
export interface Composing {
  to: LoadedPost['person'] & { email: string } & Pick<Addressee, 'roles'>;
  items: LetterItem[];
  slot: string;
  /** How many mails of this hour there were before: those that did not arrive. */
  before: number;
  /** To somebody of the office. */
  desk?: DeskRows;
  now: number;
}

/** Writes the mail of an hour, as it will be kept and sent. */
export function compose(
  { to, items, slot, before, desk, now }: Composing,
  writer: LetterWriter,
  sender: AnsweredSender,
): NonNullable<PostChanges['mail']> {
  const { pagesUrl, answersUrl } = sender;
  // Three answers to one question: a letter with several things asks for a reply instead.
  const only = items.length === 1 ? items[0]?.message.id : undefined;
  const secret =
    answersUrl === undefined || only === undefined ? undefined : randomBytes(24).toString('base64url');
  const letter = writer.write({
    to: { id: to.id, name: to.name, roles: to.roles },
    office: sender.office,
    items,
    ...(pagesUrl === undefined ? {} : { pages: pagesUrl }),
    ...(secret === undefined ? {} : { answers: `${answersUrl}/risposte/${secret}` }),
    now: localAt(now).date,
    ...(desk === undefined ? {} : { desk }),
  });
  const name = `${to.id}.${slot.replaceAll(':', '')}${before === 0 ? '' : `.${before}`}`;
  const row: MailRow = {
    id: uuid(),
    unionId: to.unionId,
    messageId: `${name}@${sender.from.address.split('@')[1] ?? 'capofila'}`,
    personId: to.id,
    slot,
    toAddress: to.email,
    subject: letter.subject,
    textBody: letter.text,
    htmlBody: letter.html,
    state: 'sending',
    attempts: 0,
    smtpCode: null,
    createdAt: new Date(now),
    sentAt: null,
    resentAt: null,
    resentBy: null,
  };
  return {
    row,
    messages: items.map((item) => item.message.id),
    ...(secret === undefined || only === undefined
      ? {}
      : { answerToken: answerToken(secret, only, to.id, now) }),
  };
}

/** A kept mail as it goes out. */
export function mailOf(row: MailRow, name: string, { from, office }: Sender): Mail & { id: string } {
  return {
    id: row.id,
    messageId: row.messageId,
    from,
    to: { name, address: row.toAddress },
    replyTo: { name: office.officeName, address: office.email },
    date: row.createdAt.getTime(),
    subject: row.subject,
    text: row.textBody,
    html: row.htmlBody,
  };
}

function answerToken(secret: string, message: string, person: string, now: number): AnswerToken {
  const hash = createHash('sha256').update(secret).digest('hex');
  return { hash, message, person, expiresAt: new Date(now + TOKEN_DAYS * 86_400_000) };
}
