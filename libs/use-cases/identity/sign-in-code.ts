import { Injectable } from '@nestjs/common';
import { AccountPost } from '../ports/account-post.js';
import { Accounts } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { Office } from '../ports/sender.js';
import { Refusal } from '../refusal.js';
import { AdmitAttempt, type From } from './admit-attempt.js';
import { type OpenedSession, OpenSession, type Visitor } from './open-session.js';

/** Minutes in which a code may be used. */
const CODE_MINUTES = 10;

/** Codes on their way at once: one more leaves the others good, so whoever asks in a stranger's turn has a good one too. */
export const CODES_ON_THEIR_WAY = { asked: 3, byKnownDevice: 6 } as const;

/** Lets people in by six digits sent to their address: for who has no password yet, or has forgotten it. */
@Injectable()
export class SignInCode {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
    private readonly attempts: AdmitAttempt,
    private readonly openSession: OpenSession,
    private readonly post: AccountPost,
    private readonly office: Office,
  ) {}

  /**
   * Sends a code to whoever was invited. The answer comes before the mail goes and is the same for everybody, so that
   * neither its words nor its time tell who has an account.
   * @returns what to say, in Italian.
   * @throws Refusal `ACC-02` after too many attempts.
   */
  async send(typed: string, from: From): Promise<string> {
    const email = typed.trim().toLowerCase();
    const { known } = await this.attempts.run('askCode', email, from);
    const code = this.secrets.makeCode();
    const { asked, byKnownDevice } = CODES_ON_THEIR_WAY;
    const most = known ? byKnownDevice : asked;
    const name = await this.accounts.startCode(email, this.hashOf(email, code), CODE_MINUTES, most);
    if (name !== undefined) void this.post.sendCode({ name, address: email }, code, CODE_MINUTES);
    const { signature, phone } = this.office;
    return `Se questo indirizzo è invitato, il codice arriva entro un minuto. Se non arriva, forse non ti conosciamo ancora: chiedi l’invito a ${signature}, ${phone}.`;
  }

  /** @throws Refusal `ACC-11` for a code that is wrong, past or used, or of nobody; `ACC-02` after too many attempts. */
  async use(typed: { email: string; code: string }, visitor: Visitor): Promise<OpenedSession> {
    const email = typed.email.trim().toLowerCase();
    const heard = await this.attempts.run('code', email, visitor);
    // As people copy it from a mail: "123 456".
    const code = typed.code.replaceAll(/\s/g, '');
    const person = await this.accounts.useCode(email, this.hashOf(email, code));
    if (person === undefined) {
      throw new Refusal(
        'ACC-11',
        'Questo codice non va bene, o non vale più: controlla le sei cifre, oppure fatti mandare un codice nuovo.',
      );
    }
    await this.attempts.withdraw(heard);
    return this.openSession.run(person, 'code', visitor);
  }

  /** Together with the address: the same six digits of two people are not the same hash. */
  private hashOf(email: string, code: string): string {
    return this.secrets.hashOf(`${email} ${code}`);
  }
}
