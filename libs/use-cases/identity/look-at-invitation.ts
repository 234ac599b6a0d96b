import { Injectable } from '@nestjs/common';
import { Accounts, type SaidInvitation } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { notValid } from './accept-invitation.js';
import { AdmitAttempt } from './admit-attempt.js';

/** Tells an invited person's page whom to greet, without using the invitation. */
@Injectable()
export class LookAtInvitation {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
    private readonly attempts: AdmitAttempt,
  ) {}

  /** @throws Refusal `ACC-04` for an invitation that is unknown, used or past; `ACC-02` after too many attempts. */
  async run(invitation: string, address: string): Promise<SaidInvitation> {
    const heard = await this.attempts.run('invitation', invitation, { address });
    const said = await this.accounts.invitationSaid(this.secrets.hashOf(invitation));
    if (said === undefined) throw notValid();
    // A page that is opened again and again is nobody who guesses.
    await this.attempts.forget(heard);
    return said;
  }
}
