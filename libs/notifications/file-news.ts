import { FileNews } from '#use-cases/ports/file-news.js';
import type { MailAddress, Mailer, SendOutcome } from '#use-cases/ports/mailer.js';
import type { Sender } from '#use-cases/ports/sender.js';
import { createHash } from 'node:crypto';
import { filesLetter } from './templates/files.js';

/** `FileNews` through the mail server of all other mails. */
export class MailFileNews extends FileNews {
  constructor(
    private readonly mailer: Mailer,
    private readonly sender: Sender,
  ) {
    super();
  }

  override send(to: MailAddress, { papers, key, at }: Parameters<FileNews['send']>[1]): Promise<SendOutcome> {
    const { from, office, pagesUrl } = this.sender;
    const whose = createHash('sha256').update(to.address).digest('hex').slice(0, 12);
    return this.mailer.send({
      messageId: `files.${key}.${whose}@${from.address.split('@')[1] ?? 'capofila'}`,
      from: { ...from },
      to,
      replyTo: { name: office.officeName, address: office.email },
      date: at,
      ...filesLetter(to.name, papers, office, pagesUrl),
    });
  }
}
