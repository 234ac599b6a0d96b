import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts.js';
import { Passwords } from '../ports/passwords.js';
import { Refusal } from '../refusal.js';
import { AdmitAttempt } from './admit-attempt.js';
import { type OpenedSession, OpenSession, type Visitor } from './open-session.js';

/** Opens a session for an e-mail address and its password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly attempts: AdmitAttempt,
    private readonly openSession: OpenSession,
  ) {}

  /** @throws Refusal `ACC-01` for a wrong address or password, which sound the same; `ACC-02` after too many attempts. */
  async run(typed: { email: string; password: string }, visitor: Visitor): Promise<OpenedSession> {
    const email = typed.email.trim().toLowerCase();
    const heard = await this.attempts.run('password', email, visitor);
    const account = await this.accounts.accountOf(email);
    const right = await this.passwords.verify(typed.password, account?.hash);
    if (account === undefined || !right) {
      throw new Refusal(
        'ACC-01',
        'Indirizzo e-mail o password non corretti: riprova, oppure fatti mandare un codice.',
      );
    }
    await this.attempts.forget(heard);
    return this.openSession.run(account.person, 'password', visitor);
  }
}
