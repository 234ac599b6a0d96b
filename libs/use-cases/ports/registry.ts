import type {
  Agreement,
  ClosedPeriod,
  KeptCorrection,
  RegisteredUnion,
  Residents,
} from '#contracts/registry.js';
import type { Overtaken } from '../refusal.js';

export type { RegisteredBody, RegisteredUnion } from '#contracts/registry.js';

/** A part of a body's entry as it shall be from now on; lists are whole. */
export type RegistryCorrection =
  | { readonly part: 'residents'; readonly residents: readonly Residents[] }
  | { readonly part: 'agreements'; readonly agreements: readonly Agreement[] }
  | { readonly part: 'patronDay'; readonly day: string | null; readonly source: string }
  | { readonly part: 'closedPeriods'; readonly periods: readonly ClosedPeriod[] };

/** What is known of the bodies of a union. */
export abstract class Registry {
  /** The union of the person who asks; undefined when the account is closed. */
  abstract unionOf(person: string): Promise<RegisteredUnion | undefined>;

  /**
   * Keeps a part of a body's entry, and beside it who changed what.
   * @param seen version of the part on which the person acts; nothing is written when another one has corrected it since.
   * @returns `absent` when the union of the person who asks has no such body.
   */
  abstract correct(
    by: string,
    body: string,
    correction: RegistryCorrection,
    seen: number | undefined,
  ): Promise<'corrected' | 'absent' | Overtaken>;

  /**
   * Sets the closed weeks of the union and of every body that follows it: whose weeks are the same as the union's now.
   * @param seen version of the union's own weeks.
   * @returns names of the bodies that follow, the union's own left out.
   */
  abstract correctClosedPeriods(
    by: string,
    periods: readonly ClosedPeriod[],
    seen: number | undefined,
  ): Promise<string[] | Overtaken>;

  /** Corrections of a body's entry, the newest first; undefined when there is no such body in sight. */
  abstract corrections(by: string, body: string): Promise<KeptCorrection[] | undefined>;
}
