import type { Mail, SendOutcome } from './mailer.js';

/** What comes next for a person's post. */
export interface NextMail {
  slot: string;
  /** Milliseconds from now; 0 when it is due. */
  waitMs: number;
  /** Real instant, which names the timer. */
  timer: string;
}

/** Messages decided for a person, and the mails made of them. */
export abstract class PostBox {
  abstract next(person: string): Promise<NextMail | undefined>;
  /**
   * Makes the mail of a slot: drops what no longer holds, writes the rest into one mail and keeps it before anything
   * is sent. Called again for the same slot it gives the same mail, unless that was sent: then nothing.
   */
  abstract claim(person: string, slot: string): Promise<(Mail & { id: string }) | undefined>;
  abstract settle(mail: string, outcome: SendOutcome): Promise<void>;
  /** The mail server could not be reached for days: the mail has failed, and the office is told. */
  abstract giveUp(person: string, slot: string): Promise<void>;
}
