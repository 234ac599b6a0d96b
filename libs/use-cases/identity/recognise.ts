import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts.js';
import { People, type Profile } from '../ports/people.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/** What a request shows to be recognised. */
export type Shown = { readonly session: string } | { readonly token: string };

/** Finds out who asks. */
@Injectable()
export class Recognise {
  constructor(
    private readonly accounts: Accounts,
    private readonly people: People,
    private readonly secrets: Secrets,
  ) {}

  /** @throws Refusal `ACC-03` when nothing is shown, or it is unknown, ended, revoked or of a closed account. */
  async run(shown: Shown | undefined): Promise<Profile> {
    const person = shown === undefined ? undefined : await this.personOf(shown);
    const profile = person === undefined ? undefined : await this.people.profileOf(person);
    if (profile === undefined) {
      throw new Refusal('ACC-03', 'Devi accedere per continuare: quello che hai registrato è al sicuro.');
    }
    return profile;
  }

  private async personOf(shown: Shown): Promise<string | undefined> {
    return 'session' in shown
      ? this.accounts.personOfSession(this.secrets.hashOf(shown.session))
      : this.accounts.personOfToken(this.secrets.hashOf(shown.token));
  }
}
