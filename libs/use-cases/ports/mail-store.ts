import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';
import type { PostPeople } from '#domain/post/addressee.js';
import type { NotSent } from '#domain/reminder/not-sent.js';
import type { Waiting } from '#domain/post/next-post.js';
import type { CasePeople, DecidedMessage } from './case-store.js';
import type { DeskRows, DueMessage, LetterItem } from './letter-writer.js';

/** One e-mail to one person, kept as it was sent. */
export interface MailRow {
  id: string;
  unionId: string;
  messageId: string;
  personId: string;
  slot: string;
  toAddress: string;
  subject: string;
  textBody: string;
  htmlBody: string;
  /** `dropped`: begun, and nothing in it held any more. */
  state: 'sending' | 'sent' | 'failed' | 'dead' | 'dropped';
  /** Tries whose end is known. */
  attempts: number;
  /** Tries with this Message-ID of which nobody knows whether the mail server took the e-mail; a try that begins is one. */
  unanswered: number;
  /** Message-ID of an e-mail that perhaps arrived and that this one replaces. */
  replaces: string | null;
  smtpCode: number | null;
  createdAt: Date;
  /** When its words were written: anew where something had changed before a try. */
  writtenAt: Date;
  sentAt: Date | null;
  /** Of one that failed: when, and by whom of the office, its messages were given to a new mail. */
  resentAt: Date | null;
  resentBy: string | null;
}

/** One person's post: who it is, what waits, and when they were written to. */
export interface LoadedPost {
  person: { id: string; unionId: string; name: string; email: string | null };
  people: PostPeople;
  /** Waiting for its hour, in the order in which it was decided. */
  waiting: Waiting[];
  /** Names of the hours used; what did not arrive and goes again leaves its hour free. */
  used: string[];
  /** A mail that was begun and is not settled yet. */
  begun?: MailRow;
}

/** A decided message with its case, under a share lock: whether it still holds is not decided yet. */
export interface MessageCase {
  message: DueMessage;
  definition: CallDefinition;
  facts: readonly Fact[];
  callFacts: readonly Fact[];
  application: string;
  number: string;
  chainHead: string;
  people: CasePeople;
}

/** Somebody who may be named in a letter. */
export interface PersonToName {
  id: string;
  name: string;
  phone?: string;
}

/** Names for a letter: the comune, everybody of the case by name, why something happened. */
export interface ToWords extends Pick<LetterItem, 'comune' | 'reason'> {
  named: PersonToName[];
}

/** What becomes of messages and their mail, in one transaction. */
export interface PostChanges {
  /** Left out, by id, with the reason. */
  skipped: { id: string; why: NotSent }[];
  /** A new mail with the messages in it. */
  mail?: WrittenMail;
  /** A mail that was begun and is tried once more: what is skipped has left it, and its words may be new. */
  again?: { mail: Pick<MailRow, 'id'> & Partial<MailRow>; answerToken?: AnswerToken | null };
  /** Applications that look again: somebody was perhaps told what no longer holds. */
  wakes?: string[];
}

export interface WrittenMail {
  row: MailRow;
  messages: string[];
  answerToken?: AnswerToken;
}

/** The secret of a reminder's quick answers: only its hash is kept. */
export interface AnswerToken {
  hash: string;
  message: string;
  person: string;
  expiresAt: Date;
}

/** What became of a mail after a try. */
export interface TriedMail {
  mail: Pick<MailRow, 'id'> & Partial<MailRow>;
  /** Of its messages. */
  messages?: { state: 'sent' } | { state: 'failed'; why: NotSent };
  /** Other people who are told of it. */
  told: DecidedMessage[];
  /** Applications in which something happened since look again: what was told may hold no more. */
  since?: Date;
}

/** What is read and written in one transaction, in the worker's sight. */
export interface MailTransaction {
  /** One program at a time makes a person's mail. */
  lock(person: string): Promise<void>;
  load(person: string): Promise<LoadedPost | undefined>;
  /** The latest moment before an instant at which a case of the union was to be looked at and was not. */
  sleptOver(union: string, before: number): Promise<number | undefined>;
  /** A mail of this hour, if there is one that counts. */
  mailAt(person: string, slot: string): Promise<MailRow | undefined>;
  /** What a mail tells that is not settled yet, in the order in which it was decided. */
  inMail(mail: string): Promise<Waiting[]>;
  /** How many mails a person has had at this hour, those that failed included. */
  countAt(person: string, slot: string): Promise<number>;
  /** Cases of messages, in the order of their hour. */
  cases(messages: readonly string[]): Promise<MessageCase[]>;
  /** What the words of a letter need beside the case. */
  words(of: MessageCase): Promise<ToWords>;
  /** What the office's first page reads, for the mail of the morning. */
  desk(union: string, now: number): Promise<DeskRows>;
  /** A mail that is not settled yet, locked until it is; none once somebody else has settled it. */
  unsettled(id: string): Promise<MailRow | undefined>;
  /** An application that a mail is about, with its people; none for a mail without messages. */
  about(mail: string): Promise<{ application: string; people: CasePeople } | undefined>;
  commit(changes: PostChanges): Promise<void>;
  settle(tried: TriedMail): Promise<void>;
}

/** Messages that were decided for people, and the mails made of them. */
export abstract class MailStore {
  abstract transact<T>(work: (on: MailTransaction) => Promise<T>): Promise<T>;
}
