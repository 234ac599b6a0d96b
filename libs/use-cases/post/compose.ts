import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { localAt } from '#domain/calendar/local-date.js';
import type { Addressee } from '#domain/post/addressee.js';
import type { DeskRows, LetterItem, LetterWriter } from '../ports/letter-writer.js';
import type { AnswerToken, LoadedPost, MailRow, PostChanges, WrittenMail } from '../ports/mail-store.js';
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
export function compose(composing: Composing, writer: LetterWriter, sender: AnsweredSender): WrittenMail {
  const { to, items, slot, before, now } = composing;
  const secret = newSecret();
  const { letter, only } = write(composing, secret, writer, sender);
  const name = `${to.id}.${slot.replaceAll(':', '')}${before === 0 ? '' : `.${before}`}`;
  const row: MailRow = {
    id: uuid(),
    unionId: to.unionId,
    messageId: `${name}@${sender.from.address.split('@')[1] ?? 'capofila'}`,
    personId: to.id,
    slot,
    toAddress: to.email,
    ...letter,
    state: 'sending',
    attempts: 0,
    unanswered: 1,
    replaces: null,
    smtpCode: null,
    createdAt: new Date(now),
    writtenAt: new Date(now),
    sentAt: null,
    resentAt: null,
    resentBy: null,
  };
  return {
    row,
    messages: items.map((item) => item.message.id),
    ...(only === undefined ? {} : { answerToken: answerToken(secret, only, to.id, now) }),
  };
}

/**
 * The mail that was begun, as it is tried now: written anew where what it says has changed. Under its own Message-ID only
 * while it is sure that no earlier try arrived; else it is another one, which says what it replaces.
 */
export function composeAgain(
  begun: MailRow,
  composing: Composing,
  writer: LetterWriter,
  sender: AnsweredSender,
): NonNullable<PostChanges['again']> {
  const { to, now } = composing;
  const tried = begun.unanswered + 1;
  const replaces = begun.unanswered === 0 ? begun.replaces : begun.messageId;
  const asItIs = write({ ...composing, replaces: begun.replaces }, secretIn(begun), writer, sender).letter;
  const same = (['subject', 'textBody', 'htmlBody'] as const).every((part) => asItIs[part] === begun[part]);
  if (same && begun.toAddress === to.email) return { mail: { id: begun.id, unanswered: tried } };
  const secret = newSecret();
  const { letter, only } = write({ ...composing, replaces }, secret, writer, sender);
  const sure = begun.unanswered === 0;
  const mail = {
    id: begun.id,
    ...letter,
    toAddress: to.email,
    writtenAt: new Date(now),
    replaces,
    messageId: sure ? begun.messageId : nextId(begun.messageId),
    unanswered: 1,
  };
  return { mail, answerToken: only === undefined ? null : answerToken(secret, only, to.id, now) };
}

function write(
  { to, items, desk, now, replaces = null }: Composing & { replaces?: string | null },
  secret: string,
  writer: LetterWriter,
  sender: AnsweredSender,
): { letter: Pick<MailRow, 'subject' | 'textBody' | 'htmlBody'>; only?: string } {
  const { pagesUrl, answersUrl } = sender;
  // Three answers to one question: a letter with several things asks for a reply instead.
  const only = items.length === 1 && answersUrl !== undefined ? items[0]?.message.id : undefined;
  const { subject, text, html } = writer.write({
    to: { id: to.id, name: to.name, roles: to.roles },
    office: sender.office,
    items,
    ...(pagesUrl === undefined ? {} : { pages: pagesUrl }),
    ...(only === undefined ? {} : { answers: `${answersUrl}/risposte/${secret}` }),
    now: localAt(now).date,
    ...(desk === undefined ? {} : { desk }),
    ...(replaces === null ? {} : { replaces: true }),
  });
  const letter = { subject, textBody: text, htmlBody: html };
  return only === undefined ? { letter } : { letter, only };
}

function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** Of the quick answers in a mail that is on its way; empty where it has none. */
function secretIn({ textBody, htmlBody }: MailRow): string {
  return /\/risposte\/([\w-]+)/.exec(`${textBody} ${htmlBody}`)?.[1] ?? '';
}

/** `{name}@{domain}`, `{name}.v2@{domain}`, `{name}.v3@{domain}`. */
function nextId(messageId: string): string {
  return messageId.replace(/(?:\.v(\d+))?@/, (_, n?: string) => `.v${Number(n ?? 1) + 1}@`);
}

/** A kept mail as it goes out. */
export function mailOf(row: MailRow, name: string, { from, office }: Sender): Mail & { id: string } {
  return {
    id: row.id,
    messageId: row.messageId,
    from,
    to: { name, address: row.toAddress },
    replyTo: { name: office.officeName, address: office.email },
    date: row.writtenAt.getTime(),
    ...(row.replaces === null ? {} : { replaces: row.replaces }),
    subject: row.subject,
    text: row.textBody,
    html: row.htmlBody,
  };
}

function answerToken(secret: string, message: string, person: string, now: number): AnswerToken {
  const hash = createHash('sha256').update(secret).digest('hex');
  return { hash, message, person, expiresAt: new Date(now + TOKEN_DAYS * 86_400_000) };
}
