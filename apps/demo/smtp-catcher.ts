import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

/** File of the folder with addresses that the catcher refuses for good (550 5.1.1), one a line. */
export const DEAD_ADDRESSES = 'dead-addresses.txt';

/** One mail that arrived. */
export interface CaughtMail {
  /** 1, 2, 3 ... in the order of arrival; with a folder, it continues after a restart. */
  readonly number: number;
  /** Envelope sender. */
  readonly from: string;
  /** Envelope recipients, lower case. */
  readonly to: readonly string[];
  /** With its angle brackets; empty when the mail has none. */
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The whole mail as parsed: headers, Reply-To, attachments. */
  readonly parsed: Email;
  /** The whole mail as it came. */
  readonly raw: Buffer;
}

/** How the catcher refuses mail for one address. */
export interface Refusal {
  /** SMTP answer: 4xx try again later, 5xx never. */
  readonly code: number;
  /** When it refuses: at the recipient (standard) or after the content was sent. */
  readonly stage?: 'recipient' | 'content';
  /** How many times, then it accepts; without it, until {@link SmtpCatcher.accept}. */
  readonly times?: number;
}

/** A real SMTP server that keeps every mail instead of delivering it, for the demo and for tests. */
export class SmtpCatcher {
  readonly #server: SMTPServer;
  readonly #mails: CaughtMail[] = [];
  readonly #listeners = new Set<(mail: CaughtMail) => void>();
  readonly #refusals = new Map<string, { refusal: Refusal; left: number }>();
  readonly #folder: string | undefined;
  #count = 0;
  #port = 0;
  /** Mails are kept one after the other, so that their numbers are their order. */
  #lastKept: Promise<unknown> = Promise.resolve();

  private constructor(folder: string | undefined) {
    this.#folder = folder;
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      disableReverseLookup: true,
      onRcptTo: (address, _session, answer) => {
        void this.#isDead(address.address).then((dead) =>
          answer(
            dead
              ? refused(550, `5.1.1 ${address.address} is unknown`)
              : this.#refusalFor(address.address, 'recipient'),
          ),
        );
      },
      onData: (stream, session, answer) => {
        const envelope = session.envelope;
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map((recipient) => recipient.address.toLowerCase());
        this.#receive(stream, from, to).then(
          (refusal) => answer(refusal),
          (error: unknown) => answer(error as Error),
        );
      },
    });
    // A client that breaks its connection is the client's news, not ours.
    this.#server.on('error', () => undefined);
  }

  /**
   * Starts a catcher on 127.0.0.1.
   * @param options.port TCP port; without it, any free one.
   * @param options.folder where each mail is also kept as `.eml`, with one line of `index.jsonl`.
   */
  static async start(options: { port?: number; folder?: string } = {}): Promise<SmtpCatcher> {
    const catcher = new SmtpCatcher(options.folder);
    if (options.folder !== undefined) {
      await mkdir(options.folder, { recursive: true });
      const index = await readFile(join(options.folder, 'index.jsonl'), 'utf8').catch(() => '');
      catcher.#count = index.split('\n').filter((line) => line !== '').length;
    }
    await new Promise<void>((resolve, reject) => {
      catcher.#server.server.once('error', reject);
      catcher.#server.listen(options.port ?? 0, '127.0.0.1', () => resolve());
    });
    const address = catcher.#server.server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The SMTP catcher has no port.');
    catcher.#port = address.port;
    return catcher;
  }

  get port(): number {
    return this.#port;
  }

  /** `smtp://127.0.0.1:PORT`. */
  get url(): string {
    return `smtp://127.0.0.1:${this.#port}`;
  }

  /** What arrived since the start, in order. */
  get messages(): readonly CaughtMail[] {
    return this.#mails;
  }

  /** Calls back for each mail that arrives from now on. */
  onMail(listener: (mail: CaughtMail) => void): void {
    this.#listeners.add(listener);
  }

  /**
   * The first mail, caught already or to come, that the predicate accepts.
   * @throws Error with the list of what did arrive, after `timeoutMs` milliseconds.
   */
  waitFor(predicate: (mail: CaughtMail) => boolean, timeoutMs = 90_000): Promise<CaughtMail> {
    const caught = this.#mails.find(predicate);
    if (caught !== undefined) return Promise.resolve(caught);
    return new Promise((resolve, reject) => {
      const listener = (mail: CaughtMail) => {
        if (!predicate(mail)) return;
        clearTimeout(timer);
        this.#listeners.delete(listener);
        resolve(mail);
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(listener);
        const list = this.#mails.map((mail) => `- to ${mail.to.join(', ')}: ${mail.subject}`).join('\n');
        reject(new Error(`The mail did not arrive within ${timeoutMs} ms. Caught:\n${list || '(none)'}`));
      }, timeoutMs);
      this.#listeners.add(listener);
    });
  }

  /** Refuses mail for this address from now on. */
  refuse(address: string, refusal: Refusal): void {
    this.#refusals.set(address.toLowerCase(), { refusal, left: refusal.times ?? Number.POSITIVE_INFINITY });
  }

  /** Accepts mail for this address again. */
  accept(address: string): void {
    this.#refusals.delete(address.toLowerCase());
  }

  /** Forgets what was caught (not what is kept in the folder). */
  clear(): void {
    this.#mails.length = 0;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
    await this.#lastKept;
  }

  async #receive(stream: SMTPServerDataStream, from: string, to: string[]): Promise<Error | null> {
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    for (const address of to) {
      const refusal = this.#refusalFor(address, 'content');
      if (refusal !== null) return refusal;
    }
    const raw = Buffer.concat(chunks);
    const parsed = await PostalMime.parse(raw);
    const kept = this.#lastKept.then(() => this.#keep({ from, to, raw, parsed }));
    this.#lastKept = kept.catch(() => undefined);
    await kept;
    return null;
  }

  async #keep(received: { from: string; to: string[]; raw: Buffer; parsed: Email }): Promise<void> {
    const { parsed } = received;
    const mail: CaughtMail = {
      ...received,
      number: this.#count + 1,
      messageId: parsed.messageId ?? '',
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html ?? '',
    };
    if (this.#folder !== undefined) {
      const file = `${String(mail.number).padStart(6, '0')}.eml`;
      await writeFile(join(this.#folder, file), mail.raw);
      const { from, to, messageId, subject } = mail;
      // The mail says its own date, by the product's clock, which a demo moves.
      const date = parsed.date ?? new Date().toISOString();
      const entry = { file, date, receivedAt: new Date().toISOString(), from, to, messageId, subject };
      // As the demo's mailbox shows it: the product itself never reads mail.
      const headers = parsed.headers.map(({ key, value }) => ({ name: key, value }));
      const shown = { from: fromOf(parsed, from), text: mail.text, html: mail.html, headers };
      await writeFile(join(this.#folder, file.replace('.eml', '.json')), JSON.stringify(shown));
      await appendFile(join(this.#folder, 'index.jsonl'), `${JSON.stringify(entry)}\n`);
    }
    this.#count = mail.number;
    this.#mails.push(mail);
    for (const listener of this.#listeners) listener(mail);
  }

  #refusalFor(address: string, stage: 'recipient' | 'content'): Error | null {
    const entry = this.#refusals.get(address.toLowerCase());
    if (entry === undefined || entry.left === 0 || (entry.refusal.stage ?? 'recipient') !== stage)
      return null;
    entry.left -= 1;
    return refused(entry.refusal.code, `Refused as the test asked: ${address}`);
  }

  /** Whoever keeps the folder may write addresses that are gone into a file of it, while the catcher runs. */
  async #isDead(address: string): Promise<boolean> {
    if (this.#folder === undefined) return false;
    const list = await readFile(join(this.#folder, DEAD_ADDRESSES), 'utf8').catch(() => '');
    return list.toLowerCase().split(/\s+/).includes(address.toLowerCase());
  }
}

/** "Ufficio ICT dell'Unione <capofila@unione.example>" */
function fromOf({ from }: Email, envelope: string): string {
  return from?.name ? `${from.name} <${from.address ?? envelope}>` : envelope;
}

function refused(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
