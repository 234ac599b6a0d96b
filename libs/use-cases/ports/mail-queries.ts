import type { MessageLine, MessagesQuery, MessageState } from '#contracts/messages.js';
import type { PostPeople } from '#domain/post/addressee.js';
import type { Waiting } from '#domain/post/next-post.js';
import type { WaitingMessage } from '#domain/post/only-latest.js';

/** A page of messages; `why` is still the code. */
export interface MessagePage {
  messages: MessageLine[];
  next: string | null;
  counts: Record<MessageState, number>;
}

/** An e-mail on record. */
export interface StoredMail {
  id: string;
  person: { id: string; name: string };
  /** The person's address today; null for who has none or has gone. */
  address: string | null;
  to: string;
  subject: string;
  text: string;
  state: 'sending' | 'sent' | 'failed' | 'dead' | 'dropped';
  attempts: number;
  smtpCode: number | null;
  createdAt: string;
  sentAt: string | null;
  resentAt: string | null;
}

export interface WaitingPost {
  people: PostPeople;
  /** In the order in which it was decided. */
  waiting: (Waiting & { person: string })[];
}

/** What becomes of the messages of a failed e-mail. */
export interface Resent {
  /** The person whose post is woken. */
  to: string;
  again: readonly string[];
  dropped: readonly string[];
  /** Code kept with those that are dropped. */
  because: string;
}

/** Messages and e-mails as a person may read them, and a failed e-mail put back into the queue. */
export abstract class MailQueries {
  /** @param only one person's messages: of who does not belong to the union, the own. */
  abstract page(person: string, query: MessagesQuery & { only?: string }): Promise<MessagePage>;
  /** All that waits for its hour of these people, as far as the person sees it, and what says when they are written to. */
  abstract waiting(person: string, people: readonly string[]): Promise<WaitingPost>;
  /** Undefined when there is none in sight. */
  abstract mail(person: string, id: string): Promise<StoredMail | undefined>;
  /** What a failed e-mail was to tell, and what arrived at the same person meanwhile. */
  abstract failedOf(
    person: string,
    mail: string,
  ): Promise<{ failed: WaitingMessage[]; arrived: WaitingMessage[] }>;
  /**
   * Messages of a failed e-mail wait for a new one again, or are skipped; the old one is marked.
   * @returns false when somebody else was quicker.
   */
  abstract resend(person: string, mail: string, what: Resent): Promise<boolean>;
}
