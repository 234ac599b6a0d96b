import type { MailAddress, SendOutcome } from './mailer.js';

/**
 * The mails that let people in. They go at once and by the API itself, not through the process engine: whoever wants to
 * come in waits before the page. Nothing of them is kept, because they carry a secret. Never rejects.
 */
export abstract class AccountPost {
  /** @returns false when the mail server did not take it, after a few tries. */
  abstract sendCode(to: MailAddress, code: string, minutes: number): Promise<boolean>;

  /** @returns false when there are no pages to lead to, or the mail server did not take it. */
  abstract sendInvitation(
    to: MailAddress,
    said: { invitation: string; by: string; union: string; days: number },
  ): Promise<boolean>;

  /**
   * Tells the old address that it was replaced: if that was wrong, its person can say so.
   * @returns false when the mail server did not take it.
   */
  abstract sendAddressReplaced(to: MailAddress, said: { by: string }): Promise<boolean>;

  /** Sends a mail once, to see what the mail server answers. */
  abstract sendTest(to: MailAddress): Promise<SendOutcome>;
}
