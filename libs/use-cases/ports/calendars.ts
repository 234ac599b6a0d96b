/** Secret addresses of people's calendars; of a secret only its hash is kept. */
export abstract class Calendars {
  /** Instant (milliseconds) at which the person's address was made; undefined while there is none. */
  abstract since(person: string): Promise<number | undefined>;
  /** In the place of an earlier one. @param at milliseconds, by the product's clock. */
  abstract keep(person: string, hash: string, at: number): Promise<void>;
  abstract end(person: string): Promise<void>;
  /** Whose calendar it is, while the account is open. */
  abstract personOf(hash: string): Promise<string | undefined>;
}
