import { createTransport, type NodemailerError } from 'nodemailer';
import { type Mail, Mailer, type SendOutcome } from '#use-cases/ports/mailer.js';
import { outcomeOf } from './outcome.js';

/** Where mail is handed over, and how long that may take. */
export interface SmtpOptions {
  /**
   * `smtp://user:password@host:587` (STARTTLS where the server offers it), `smtps://host:465` (TLS from the start).
   * `smtp://...?requireTLS=true` refuses to go on without STARTTLS.
   */
  url: string;
  connectionTimeoutMs?: number;
  socketTimeoutMs?: number;
  /** Longest time for one e-mail, whatever the server does. */
  deadlineMs?: number;
}

/** `Mailer` on any SMTP server, with a small pool of connections that `close` ends. */
export class SmtpMailer extends Mailer {
  private readonly transport;
  private readonly deadlineMs: number;

  constructor(options: SmtpOptions) {
    super();
    this.deadlineMs = options.deadlineMs ?? 40_000;
    const connection = options.connectionTimeoutMs ?? 10_000;
    this.transport = createTransport({
      url: smtpUrl(options.url),
      pool: true,
      maxConnections: 2,
      maxMessages: 100,
      idleTimeout: 20_000,
      // Who calls decides whether to try again; a retry hidden here would send twice after a lost answer.
      maxRequeues: 0,
      connectionTimeout: connection,
      greetingTimeout: connection,
      dnsTimeout: connection,
      socketTimeout: options.socketTimeoutMs ?? 30_000,
      // Nothing that a person typed may ever make the server read a file or call an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    // A connection that breaks while idle is nobody's failed e-mail; without a listener it would end the process.
    this.transport.on('error', () => undefined);
  }

  override async send(mail: Mail): Promise<SendOutcome> {
    try {
      const sent = await this.transport.sendMail({
        messageId: `<${mail.messageId}>`,
        // Beside the one that it replaces, in programs that show conversations.
        ...(mail.replaces === undefined ? {} : { references: `<${mail.replaces}>` }),
        from: mail.from,
        to: mail.to,
        replyTo: mail.replyTo,
        ...(mail.date === undefined ? {} : { date: new Date(mail.date) }),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        // Asks other programs not to answer a reminder with "I am on holiday" (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(this.deadlineMs),
      });
      return { kind: 'accepted', response: sent.response };
    } catch (error) {
      return outcomeOf(error as NodemailerError);
    }
  }

  /** Ends the connections; an e-mail half sent is finished first. */
  close(): void {
    this.transport.close();
  }
}

function smtpUrl(text: string): string {
  const { protocol } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw new Error(`SMTP URL must start with smtp:// or smtps://, not ${protocol}//`);
  }
  return text;
}
