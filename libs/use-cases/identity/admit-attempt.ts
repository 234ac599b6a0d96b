import { Injectable } from '@nestjs/common';
import { Accounts, type SignInLimits } from '../ports/accounts.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/**
 * A person who forgot tries a few times; a comune's people share one address. Within a quarter of an hour: ten
 * attempts for an e-mail address, fifty from a network address.
 */
export const SIGN_IN_LIMITS: SignInLimits = { windowSeconds: 900, perEmail: 10, perAddress: 50 };

/** Counts attempts to come in, whatever they are made with: password, code or invitation. */
@Injectable()
export class AdmitAttempt {
  constructor(
    private readonly accounts: Accounts,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @param about what is tried: an e-mail address, an invitation; counted by its hash.
   * @throws Refusal `ACC-02` after too many attempts.
   */
  async run(about: string, address: string): Promise<void> {
    const wait = await this.accounts.admitSignIn(
      this.secrets.hashOf(about),
      this.secrets.hashOf(address),
      SIGN_IN_LIMITS,
    );
    if (wait > 0) throw tooMany(wait);
  }

  /** A success forgets the mistakes before it. */
  async forget(about: string): Promise<void> {
    await this.accounts.forgetSignInAttempts(this.secrets.hashOf(about));
  }
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  return new Refusal(
    'ACC-02',
    `Troppi tentativi: riprova tra ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, o chiedi aiuto all’ufficio ICT dell’Unione.`,
    { retryAfterSeconds: seconds },
  );
}
