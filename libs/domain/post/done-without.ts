import type { MessageKind } from '#domain/reminder/message-kinds.js';

/** Which mails a person wants, of those that nobody must have. */
export interface MailWishes {
  /** Confirmations of what was filed. */
  readonly confirmations: boolean;
}

/**
 * Whether a person does without a message. Only a confirmation of an upload can be done without: the page says the same at
 * once, and what is wrong with the paper is told in another mail. Everything else asks for something, tells a date that
 * moved or was wrong, or is the office's work: who did not read it would miss a term.
 */
export function doneWithout(kind: MessageKind, wishes: MailWishes): boolean {
  return kind === 'documentFiled' && !wishes.confirmations;
}
