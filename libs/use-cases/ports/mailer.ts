/** A person or an office with an address; the name may be anything a person typed. */
export interface MailAddress {
  name: string;
  address: string;
}

/** One e-mail, ready to go. */
export interface Mail {
  /** Without angle brackets; made from person and slot, so that a second try is recognised as the same e-mail. */
  messageId: string;
  from: MailAddress;
  to: MailAddress;
  /** The office's real mailbox, where people's answers are read. */
  replyTo: MailAddress;
  /** Its `Date:`, by the product's clock: milliseconds since the epoch; the machine's now when absent. */
  date?: number;
  /** Message-ID of an e-mail that perhaps arrived and that this one replaces. */
  replaces?: string;
  subject: string;
  text: string;
  html: string;
}

/**
 * What became of one try. `code` is an SMTP code (`550`, with the enhanced one where the server gives it: `550 5.1.1`)
 * or a code of the connection (`ETIMEDOUT`): it names nobody and may stand in logs and workflow histories.
 * `response` is the server's own sentence, which often repeats the address: it belongs in the database only.
 */
export type SendOutcome =
  | { kind: 'accepted'; response: string }
  /** 4xx, or no connection: the same e-mail may go later. `unreached`: the server was not there, so it took nothing. */
  | { kind: 'retry'; code: string; response: string; unreached?: true }
  /** The address does not exist (550, 551, 553): the office must ask for another. */
  | { kind: 'dead'; code: string; response: string }
  /** Any other refusal: account, sender, content or configuration; trying again changes nothing. */
  | { kind: 'refused'; code: string; response: string };

/** Sends one e-mail at a time. Never rejects for what a mail server says. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<SendOutcome>;
}
