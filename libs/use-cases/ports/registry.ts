import type { LocalDate } from '#domain/calendar/local-date.js';

/** A body with what is public about it. */
export interface RegisteredBody {
  readonly id: string;
  readonly kind: 'union' | 'comune' | 'other';
  readonly ipa: string;
  readonly istat?: string;
  readonly name: string;
  /** `MM-DD`. */
  readonly patronDay?: string;
  /** Weeks in which the office is closed, as `MM-DD`, both days included. */
  readonly closedPeriods: readonly { readonly from: string; readonly to: string }[];
  readonly residents: readonly {
    readonly on: LocalDate;
    readonly count: number;
    readonly source: string;
    readonly confirmed: boolean;
  }[];
  readonly agreements: readonly {
    readonly function: string;
    readonly from: LocalDate;
    readonly to?: LocalDate;
    readonly source: string;
    readonly confirmed: boolean;
  }[];
}

/** A union with its bodies, in the order of their names, the union's own first. */
export interface RegisteredUnion {
  readonly id: string;
  readonly ipa: string;
  readonly name: string;
  readonly bodies: readonly RegisteredBody[];
}

/** What is known of the bodies of a union. */
export abstract class Registry {
  /** The union of the person who asks; undefined when the account is closed. */
  abstract unionOf(person: string): Promise<RegisteredUnion | undefined>;
}
