import { Injectable } from '@nestjs/common';
import { Accounts, type SignInLimits } from '../ports/accounts.js';
import { Passwords } from '../ports/passwords.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/**
 * A person who forgot tries a few times; a comune's people share one address. Within a quarter of an hour: ten
 * attempts for an e-mail address, fifty from a network address.
 */
export const SIGN_IN_LIMITS: SignInLimits = { windowSeconds: 900, perEmail: 10, perAddress: 50 };

/** A working day; the browser's cookie lasts as long. */
export const SESSION_HOURS = 12;

/** A session that was opened: its secret goes into the browser's cookie and is kept nowhere else. */
export interface OpenedSession {
  readonly person: string;
  readonly secret: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Opens a session for an e-mail address and its password. */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @param request `address`: network address of the client; `userAgent`: its name, as it says.
   * @throws Refusal `ACC-01` for a wrong address or password, which sound the same; `ACC-02` after too many attempts.
   */
  async run(request: {
    email: string;
    password: string;
    address: string;
    userAgent?: string;
  }): Promise<OpenedSession> {
    const email = request.email.trim().toLowerCase();
    const emailHash = this.secrets.hashOf(email);
    const wait = await this.accounts.admitSignIn(
      emailHash,
      this.secrets.hashOf(request.address),
      SIGN_IN_LIMITS,
    );
    if (wait > 0) throw tooMany(wait);
    const account = await this.accounts.accountOf(email);
    const right = await this.passwords.verify(request.password, account?.hash);
    if (account === undefined || !right) {
      throw new Refusal(
        'unauthenticated',
        'ACC-01',
        'Indirizzo e-mail o password non corretti: riprova, o chiedi un nuovo invito all’ufficio ICT dell’Unione.',
      );
    }
    await this.accounts.forgetSignInAttempts(emailHash);
    const { secret, hash } = this.secrets.make();
    const expiresAt = await this.accounts.openSession({
      person: account.person,
      hash,
      hours: SESSION_HOURS,
      ...(request.userAgent === undefined ? {} : { userAgent: request.userAgent.slice(0, 200) }),
    });
    return { person: account.person, secret, expiresAt };
  }
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  return new Refusal(
    'tooMany',
    'ACC-02',
    `Troppi tentativi: riprova tra ${minutes === 1 ? 'un minuto' : `${minutes} minuti`}, o chiedi aiuto all’ufficio ICT dell’Unione.`,
    { retryAfterSeconds: seconds },
  );
}
