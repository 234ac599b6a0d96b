import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { AccountPost } from '#use-cases/ports/account-post.js';
import type { WrittenLetter } from '#use-cases/ports/letter-writer.js';
import type { Mail, MailAddress, Mailer, SendOutcome } from '#use-cases/ports/mailer.js';
import type { Sender } from '#use-cases/ports/sender.js';
import { addressReplacedLetter, codeLetter, invitationLetter, testLetter } from './templates/account.js';

/** A server that is busy or greets strangers with "later" is asked again while the code still lives. */
const WAITS_MS = [2_000, 15_000, 60_000];

/** `AccountPost` through the mail server of all other mails. */
export class MailAccountPost extends AccountPost {
  readonly #closing = new AbortController();

  /**
   * @param log hears codes of what failed, never addresses.
   * @param now the product's clock, for the date of the mail.
   */
  constructor(
    private readonly mailer: Mailer,
    private readonly sender: Sender,
    private readonly log: (problem: string) => void,
    private readonly waitsMs: readonly number[] = WAITS_MS,
    private readonly now: () => Promise<number> = async () => Date.now(),
  ) {
    super();
  }

  override sendCode(to: MailAddress, code: string, minutes: number): Promise<boolean> {
    return this.send(to, codeLetter(to.name, code, minutes, this.sender.office));
  }

  override async sendInvitation(
    to: MailAddress,
    { invitation, ...said }: { invitation: string; by: string; union: string; days: number },
  ): Promise<boolean> {
    const { pagesUrl, office } = this.sender;
    if (pagesUrl === undefined) return false;
    // In the fragment, which browsers keep to themselves: the secret reaches no log of a server.
    const link = `${pagesUrl}/benvenuto#${invitation}`;
    return this.send(to, invitationLetter(to.name, { ...said, link }, office));
  }

  override sendAddressReplaced(to: MailAddress, { by }: { by: string }): Promise<boolean> {
    return this.send(to, addressReplacedLetter(to.name, by, this.sender.office));
  }

  override async sendTest(to: MailAddress): Promise<SendOutcome> {
    return this.mailer.send(await this.mail(to, testLetter(to.name, this.sender.office)));
  }

  /** Stops waiting for another try; what is being sent goes on. */
  close(): void {
    this.#closing.abort();
  }

  private async send(to: MailAddress, letter: WrittenLetter): Promise<boolean> {
    const mail = await this.mail(to, letter);
    for (let tries = 0; ; tries += 1) {
      const outcome = await this.mailer.send(mail);
      if (outcome.kind === 'accepted') return true;
      const wait = this.waitsMs[tries];
      if (outcome.kind !== 'retry' || wait === undefined || !(await this.waited(wait))) {
        this.log(`a mail of sign-in did not go: ${outcome.code}`);
        return false;
      }
    }
  }

  private async mail(to: MailAddress, letter: WrittenLetter): Promise<Mail> {
    const { from, office } = this.sender;
    return {
      messageId: `${randomUUID()}@${from.address.split('@')[1] ?? 'capofila'}`,
      from: { ...from },
      to,
      replyTo: { name: office.officeName, address: office.email },
      date: await this.now(),
      ...letter,
    };
  }

  /** @returns false when the program ends meanwhile. */
  private waited(ms: number): Promise<boolean> {
    return delay(ms, true, { signal: this.#closing.signal }).catch(() => false);
  }
}
