import type { SpoiltPaper } from '#domain/document/reading.js';
import type { MailAddress, SendOutcome } from './mailer.js';

/** Tells the office by e-mail that stored files are to be restored. */
export abstract class FileNews {
  /** @param key the same for the same news, so that a second try is recognised as the same e-mail. */
  abstract send(
    to: MailAddress,
    news: { papers: readonly SpoiltPaper[]; key: string; at: number },
  ): Promise<SendOutcome>;
}
