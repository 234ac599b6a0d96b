import type { ListedToken } from '#contracts/identity.js';

/** How many attempts are heard at once within a window, and how long one waits between two after that. */
export interface AttemptLimits {
  readonly windowSeconds: number;
  readonly free: number;
  readonly pauseSeconds: number;
}

/** An invitation to set a password; of the secret only its hash. */
export interface NewInvitation {
  readonly hash: string;
  readonly days: number;
}

/** How a session was opened. */
export type OpenedBy = 'password' | 'code';

/** A session to be kept; of its secret only the hash. */
export interface NewSession {
  readonly person: string;
  readonly hash: string;
  readonly hours: number;
  readonly openedBy: OpenedBy;
  /** Of a computer that others use too. */
  readonly shared: boolean;
  readonly userAgent?: string;
}

/** A session without its secret; instants are ISO 8601 in UTC. */
export interface KeptSession {
  readonly id: string;
  readonly hash: string;
  readonly openedAt: string;
  /** To the hour. */
  readonly lastUsedAt: string;
  readonly endsAt: string;
  readonly openedBy: OpenedBy;
  readonly shared: boolean;
  readonly userAgent: string | null;
}

/** Whom an invitation is for. */
export interface SaidInvitation {
  readonly name: string;
  readonly email: string | null;
  readonly union: string;
  /** ISO 8601 in UTC. */
  readonly expiresAt: string;
}

/** Accounts and the secrets that open them. Lifetimes count by the real clock. */
export abstract class Accounts {
  /**
   * Counts one attempt, unless it has to wait.
   * @param about hash of what is tried.
   * @param address hash of the network address, or of the device.
   * @returns seconds to wait; 0 when the attempt may go on.
   */
  abstract admitAttempt(
    about: string,
    address: string,
    limits: AttemptLimits,
    freeOfAddress: number,
  ): Promise<number>;
  abstract forgetAttempts(about: string): Promise<void>;
  /** Takes back the last one. */
  abstract withdrawAttempt(about: string): Promise<void>;

  /** Whether the person of an e-mail address has come in with this device before, which is known by a hash. */
  abstract knowsDevice(email: string, device: string): Promise<boolean>;
  abstract keepDevice(person: string, device: string): Promise<void>;

  /** The open account of an e-mail address that has a password. */
  abstract accountOf(email: string): Promise<{ person: string; hash: string } | undefined>;

  /**
   * Keeps a code for the open account of an e-mail address, beside those on their way.
   * @param hash of the code together with the address.
   * @param most how many may be on their way.
   * @returns the person's name; undefined when nobody with this address may come in by code, or enough are on their way.
   */
  abstract startCode(email: string, hash: string, minutes: number, most: number): Promise<string | undefined>;
  /**
   * Uses a code up, with all others and the invitations of its person.
   * @returns the person; undefined for a code that is wrong, past or used.
   */
  abstract useCode(email: string, hash: string): Promise<string | undefined>;

  /** @returns the instant at which it ends, ISO 8601 in UTC. */
  abstract openSession(session: NewSession): Promise<string>;
  abstract closeSession(person: string, hash: string): Promise<void>;
  /** Sessions of a person that still open something, the last used first; their times are the product's. */
  abstract sessionsOf(person: string): Promise<KeptSession[]>;
  /** @returns false when the person has no such session. */
  abstract closeSessionById(person: string, id: string): Promise<boolean>;
  /** Ends every session of the person but one. */
  abstract closeOtherSessions(person: string, hash: string): Promise<void>;
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

  /** Hash of the person's own password; undefined while there is none. */
  abstract passwordOf(person: string): Promise<string | undefined>;
  /** Whether a session was opened by a code, at most `minutes` ago. */
  abstract openedByCode(person: string, hash: string, minutes: number): Promise<boolean>;
  /** Sets the person's own password; ends tokens, invitations and every session but the one named. */
  abstract setPassword(person: string, passwordHash: string, session: string): Promise<void>;

  /** True when the person has set a password; false also when `by` may not see the person. */
  abstract hasPassword(by: string, person: string): Promise<boolean>;
  abstract personOfInvitation(hash: string): Promise<string | undefined>;
  /** What an invitation that still opens says of itself. */
  abstract invitationSaid(hash: string): Promise<SaidInvitation | undefined>;
  /** Sets the password, uses up every invitation of the person and ends the sessions; undefined when it is not valid. */
  abstract acceptInvitation(hash: string, passwordHash: string): Promise<string | undefined>;
}
