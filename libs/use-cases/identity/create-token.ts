import { Injectable } from '@nestjs/common';
import type { ListedToken } from '#contracts/identity.js';
import { Accounts } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/** Longest life of a token, in days. */
const MOST_TOKEN_DAYS = 365;

/** A token that was made; its secret is shown once. */
export interface CreatedToken {
  readonly id: string;
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Makes a token with which a program asks in a person's name, lists those that still work, and takes one back. */
@Injectable()
export class CreateToken {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @param days life of the token, 1 to `MOST_TOKEN_DAYS`.
   * @throws Refusal `ACC-08` for another life.
   */
  async run(person: string, label: string, days: number): Promise<CreatedToken> {
    if (!Number.isInteger(days) || days < 1 || days > MOST_TOKEN_DAYS) {
      throw new Refusal('ACC-08', `Scegli una durata da 1 a ${MOST_TOKEN_DAYS} giorni.`);
    }
    const { secret, hash } = this.secrets.make();
    return { secret, ...(await this.accounts.keepToken({ person, hash, label, days })) };
  }

  list(person: string): Promise<ListedToken[]> {
    return this.accounts.tokensOf(person);
  }

  /** @throws Refusal `ACC-404` when the person has no such token. */
  async revoke(person: string, id: string): Promise<void> {
    if (await this.accounts.revokeToken(person, id)) return;
    throw new Refusal('ACC-404', 'Questa chiave non c’è, o non è tua: controlla l’elenco.');
  }
}
