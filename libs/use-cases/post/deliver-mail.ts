import { Injectable } from '@nestjs/common';
import { failpoint } from '../failpoint.js';
import { Mailer } from '../ports/mailer.js';
import { PostBox } from './post-box.js';

/** The mail server asks to try again later; carries a code only, since histories keep it. */
export class TryAgainLater extends Error {
  constructor(readonly code: string) {
    super(`mail server: ${code}`);
  }
}

/**
 * Sends the mail of a slot. It is kept before it goes and marked after, so that it may go twice only where the
 * process dies between the server's "accepted" and the mark; both have the same Message-ID then.
 */
@Injectable()
export class DeliverMail {
  constructor(
    private readonly box: PostBox,
    private readonly mailer: Mailer,
  ) {}

  /**
   * @param stopping the program is to end: what has not begun to go is left for the next one; what has is waited for.
   * @throws TryAgainLater
   */
  async run(person: string, slot: string, stopping?: AbortSignal): Promise<'sent' | 'nothing' | 'refused'> {
    leaveToTheNext(stopping);
    const mail = await this.box.claim(person, slot);
    if (mail === undefined) return 'nothing';
    leaveToTheNext(stopping);
    failpoint('post.before-send');
    const outcome = await this.mailer.send(mail);
    failpoint('post.after-send');
    await this.box.settle(mail.id, outcome);
    if (outcome.kind === 'retry') throw new TryAgainLater(outcome.code);
    return outcome.kind === 'accepted' ? 'sent' : 'refused';
  }
}

/** @throws TryAgainLater where the program is to end. */
function leaveToTheNext(stopping: AbortSignal | undefined): void {
  if (stopping?.aborted === true) throw new TryAgainLater('stopping');
}
