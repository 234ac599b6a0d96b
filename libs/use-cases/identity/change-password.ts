import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts.js';
import { Passwords } from '../ports/passwords.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';
import { demandPassword } from './accept-invitation.js';
import { AdmitAttempt } from './admit-attempt.js';

/** Minutes after a sign-in by code in which a forgotten password may be replaced. */
const FRESH_CODE_MINUTES = 10;

/** Sets a person's own password. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
    private readonly attempts: AdmitAttempt,
  ) {}

  /**
   * Every other session, every token and the calendar's address of the person end. The present password is asked for, where there is one,
   * unless a code has just shown who it is: a session left open is not enough to shut its person out.
   * @param by `session`: its secret; `address`: network address.
   * @throws Refusal `ACC-07` too short or long; `ACC-12` present password missing; `ACC-13` wrong;
   * `ACC-02` after too many attempts.
   */
  async run(
    by: { person: string; session: string; address: string },
    change: { current?: string; password: string },
  ): Promise<void> {
    demandPassword(change.password);
    const session = this.secrets.hashOf(by.session);
    const present = await this.accounts.passwordOf(by.person);
    if (
      present !== undefined &&
      !(await this.accounts.openedByCode(by.person, session, FRESH_CODE_MINUTES))
    ) {
      await this.demandPresent(by, change.current, present);
    }
    await this.accounts.setPassword(by.person, await this.passwords.hash(change.password), session);
  }

  private async demandPresent(
    { person, address }: { person: string; address: string },
    typed: string | undefined,
    present: string,
  ): Promise<void> {
    if (typed === undefined) {
      throw new Refusal(
        'ACC-12',
        'Scrivi la password di adesso; se non la ricordi, esci e accedi con un codice.',
      );
    }
    const heard = await this.attempts.run('ownPassword', person, { address });
    if (!(await this.passwords.verify(typed, present))) {
      throw new Refusal(
        'ACC-13',
        'La password di adesso non è questa: riprova, oppure esci e accedi con un codice.',
      );
    }
    await this.attempts.forget(heard);
  }
}
