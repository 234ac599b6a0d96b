import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';

/** Ends a session: its secret opens nothing any more. */
@Injectable()
export class SignOut {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  async run(person: string, secret: string): Promise<void> {
    await this.accounts.closeSession(person, this.secrets.hashOf(secret));
  }
}
