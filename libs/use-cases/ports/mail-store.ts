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
  state: 'sending' | 'sent' | 'failed' | 'dead';
  attempts: number;
  smtpCode: number | null;
  createdAt: Date;
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
}

/** Somebody who may be named in a letter. */
export interface PersonToName {
  id: string;
  name: string;
  phone?: string;
}

/** Names for a letter: the comune, everybody of the case by name, why something happened. */
export interface ToWords extends Pick<LetterItem, 'comune' | 'reason'> {
  people: CasePeople;
  named: PersonToName[];
}

/** What becomes of messages and their mail, in one transaction. */
export interface PostChanges {
  /** Left out, by id, with the reason. */
  skipped: { id: string; why: NotSent }[];
  /** A new mail with the messages in it. */
  mail?: { row: MailRow; messages: string[]; answerToken?: AnswerToken };
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
}

/** What is read and written in one transaction, in the worker's sight. */
export interface MailTransaction {
  /** One program at a time makes a person's mail. */
  lock(person: string): Promise<void>;
  load(person: string): Promise<LoadedPost | undefined>;
  /** A mail of this hour, if there is one that counts. */
  mailAt(person: string, slot: string): Promise<MailRow | undefined>;
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
