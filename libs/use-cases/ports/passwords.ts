/** Keeps passwords so that nobody can read them back. */
export abstract class Passwords {
  /** A new salted hash, as text that carries its own parameters. */
  abstract hash(password: string): Promise<string>;

  /**
   * Whether the password made this hash; as slow without a hash (nobody has this address), so that the time taken
   * does not tell who has an account.
   */
  abstract verify(password: string, hash: string | undefined): Promise<boolean>;
}
