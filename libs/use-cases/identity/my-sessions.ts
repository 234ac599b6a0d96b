import { Injectable } from '@nestjs/common';
import { Accounts, type KeptSession } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/** The devices on which a person is signed in, and their end. */
@Injectable()
export class MySessions {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  /** @param secret of the session that asks; absent when a program asks with its token. */
  async list(person: string, secret?: string): Promise<(KeptSession & { current: boolean })[]> {
    const mine = secret === undefined ? undefined : this.secrets.hashOf(secret);
    const sessions = await this.accounts.sessionsOf(person);
    return sessions.map((each) => ({ ...each, current: each.hash === mine }));
  }

  /** @throws Refusal `ACC-404` when the person has no such session. */
  async end(person: string, id: string): Promise<void> {
    if (await this.accounts.closeSessionById(person, id)) return;
    throw new Refusal('ACC-404', 'Questo accesso non c’è più, o non è tuo: ricarica l’elenco.');
  }

  /** Ends every session but the one that asks. */
  async endOthers(person: string, secret: string | undefined): Promise<void> {
    await this.accounts.closeOtherSessions(person, secret === undefined ? '' : this.secrets.hashOf(secret));
  }
}
