/** How many sign-in attempts are heard within a window; counted by the real clock. */
export interface SignInLimits {
  readonly windowSeconds: number;
  readonly perEmail: number;
  readonly perAddress: number;
}

/** An invitation to set a password; of the secret only its hash. */
export interface NewInvitation {
  readonly hash: string;
  readonly days: number;
}

/** A token without its secret. */
export interface ListedToken {
  readonly id: string;
  readonly label: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Accounts and the secrets that open them. Lifetimes count by the real clock. */
export abstract class Accounts {
  /**
   * Counts one attempt, unless the limit is reached already.
   * @param email hash of the address typed.
   * @param address hash of the network address.
   * @returns seconds to wait; 0 when the attempt may go on.
   */
  abstract admitSignIn(email: string, address: string, limits: SignInLimits): Promise<number>;
  abstract forgetSignInAttempts(email: string): Promise<void>;

  /** The open account of an e-mail address that has a password. */
  abstract accountOf(email: string): Promise<{ person: string; hash: string } | undefined>;

  /** @returns the instant at which it ends, ISO 8601 in UTC. */
  abstract openSession(session: {
    person: string;
    hash: string;
    hours: number;
    userAgent?: string;
  }): Promise<string>;
  abstract closeSession(person: string, hash: string): Promise<void>;
  /** Whose session it is, while it lasts and the account is open. */
  abstract personOfSession(hash: string): Promise<string | undefined>;

  abstract keepToken(token: {
    person: string;
    hash: string;
    label: string;
    days: number;
  }): Promise<{ id: string; expiresAt: string }>;
  /** Tokens of a person that still open something, the newest first. */
  abstract tokensOf(person: string): Promise<ListedToken[]>;
  /** @returns false when the person has no such token. */
  abstract revokeToken(person: string, id: string): Promise<boolean>;
  abstract personOfToken(hash: string): Promise<string | undefined>;

  /** True when the person has set a password; false also when `by` may not see the person. */
  abstract hasPassword(by: string, person: string): Promise<boolean>;
  abstract personOfInvitation(hash: string): Promise<string | undefined>;
  /** Sets the password, uses up every invitation of the person and ends the sessions; undefined when it is not valid. */
  abstract acceptInvitation(hash: string, passwordHash: string): Promise<string | undefined>;
}
