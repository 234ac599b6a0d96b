import type { LocalDate, UtcInstant, Zone } from '#domain/calendar/local-date.js';
import type { RefusalCode } from '#domain/refusal/refusals.js';

/** How a term is counted: calendar days, Monday to Friday without holidays, calendar months, or a date set by the call. */
export type TermUnit = 'days' | 'workingDays' | 'months' | 'fixed';

/**
 * Another way in which the source, or another source, can be read; what it leaves out is as in the rule.
 * Readings never judge lateness; they only make `safeEnd` earlier.
 */
export interface TermReading {
  unit?: TermUnit;
  amount?: number;
  /** Of `workingDays`: Saturdays are counted too. */
  saturdays?: true;
  /** For `fixed`. */
  date?: LocalDate;
  /** Name of the other event from which it would run; counts only where the day of that event is known. */
  starts?: string;
}

/** A term as data: what the call says, with nothing computed. */
export interface TermRule {
  /** Name of the event whose day starts the count; that day itself is not counted (art. 155 c.p.c., art. 2963 c.c.). */
  starts: string;
  unit: TermUnit;
  /** How many; a whole number from 1 up. Left out for `fixed`. */
  amount?: number;
  /** The date of a `fixed` term. */
  date?: LocalDate;
  /** `backward` counts before the event ("almeno 7 giorni prima") and never moves later. */
  direction: 'forward' | 'backward';
  /** Whether an end on a holiday moves to the first following day that is none. See `rollOverByDefault`. */
  rollOver: boolean;
  /** Hour of the last day, `HH:MM`; 23:59 means 23:59:00 exactly where the source says it (Cons. Stato 8546/2024). */
  cutOff: string;
  /** The source names the last day and no hour: the day counts to its end, 23:59:59; people are told 23:59. */
  wholeDay?: true;
  /** Of `workingDays`: which days the source itself counts; see `termRule` for one that does not say. */
  week?: 'mondayToFriday' | 'mondayToSaturday';
  /** The day beyond which nothing moves the term, such as 31 March 2026 for PNRR lump sums. */
  cap?: LocalDate;
  /** Of which other term the cap is the end, in words; absent for one that the rule itself says. */
  capOf?: string;
  zone: Zone;
  readings?: readonly TermReading[];
}

/**
 * An act that moves a term. Amendments are folded in the order given, which is the order in which they were recorded.
 * A new end extends the term where the act bears a date within the old end, whenever it became known (17 of the 52
 * extensions that PA digitale 2026 published were seen after the end); an act of a later date opens it anew from `from`, or
 * from its own day, and the days in between are a gap. What the office called it does not decide (issue 11 G).
 * `suspension`: the clock stands still from `from` to `to`, both included; the day after `to` is counted (Ad. plen. 4/2016).
 */
export interface Amendment {
  kind: 'extension' | 'reopening' | 'suspension';
  /** The act as people quote it: "Decreto n. 137/2024". */
  act: string;
  actDate: LocalDate;
  /** The day on which the union learned of it; kept to explain, it changes no date. */
  knownOn: LocalDate;
  /** The end that the act names; it stands as named, also on a holiday. */
  newEnd?: LocalDate;
  newCutOff?: string;
  /** Lets the act move the term beyond its old cap. */
  newCap?: LocalDate;
  /** First day of the suspension, or of the reopened window. */
  from?: LocalDate;
  /** Last day of the suspension; absent while it lasts. */
  to?: LocalDate;
  /** Instead of `newEnd` for an extension, or of `to` for a suspension: how many days. */
  days?: number;
  /** The act's own date is not known: `actDate` is the day on which it was seen. */
  unsure?: true;
  /** The act takes as good what was done while the term was over. */
  keepsSent?: true;
}

/** A span in which a term was over and not yet open again: after an end, before the new window's first day. */
export interface Gap {
  after: LocalDate;
  cutOff: string;
  wholeDay?: true;
  before: LocalDate;
  /** The act that opened the new window. */
  act: string;
  /** Whether there is a gap at all is to be confirmed: nobody knows the date of the act. */
  unsure?: true;
  keepsSent?: true;
}

/** One end that a term had, and what set it. The last of a history is the end in force. */
export interface TermEnd {
  end: LocalDate;
  cutOff: string;
  by: 'rule' | Amendment['kind'];
  act?: string;
  actDate?: LocalDate;
  knownOn?: LocalDate;
}

/** One step of the computation, as a code with data; `termReasonInWords` says it. */
export type TermReason =
  | {
      code: 'counted';
      from: LocalDate;
      unit: 'days' | 'workingDays' | 'months';
      amount: number;
      to: LocalDate;
    }
  | {
      code: 'countedBack';
      from: LocalDate;
      unit: 'days' | 'workingDays' | 'months';
      amount: number;
      to: LocalDate;
    }
  | { code: 'fixedDate'; to: LocalDate }
  | { code: 'lastOfMonth'; to: LocalDate }
  | { code: 'rolledOver'; from: LocalDate; to: LocalDate; holiday: string }
  | { code: 'anticipated'; from: LocalDate; to: LocalDate; holiday: string }
  | { code: 'keptOnHoliday'; on: LocalDate; holiday: string }
  | { code: 'capped'; from: LocalDate; to: LocalDate; of?: string }
  | { code: 'extended'; from: LocalDate; to: LocalDate; act: string }
  | { code: 'reopened'; from: LocalDate; to: LocalDate; opens?: LocalDate; act: string }
  | { code: 'suspended'; since: LocalDate; until: LocalDate; to: LocalDate; act: string }
  | { code: 'suspensionRunning'; since: LocalDate; act: string }
  | { code: 'suspensionWithoutEffect'; since: LocalDate; act: string }
  | { code: 'cutOff'; at: string }
  | { code: 'wholeDay' }
  | { code: 'doubledHour'; at: string }
  | { code: 'endsBeforeStart'; start: LocalDate; end: LocalDate }
  | { code: 'otherReading'; strictEnd: LocalDate; unit: TermUnit; amount?: number; saturdays?: true }
  | { code: 'safeEnd'; strictEnd: LocalDate; to: LocalDate };

/**
 * Codes of what is wrong with a rule or an amendment; stable, users see them. 01 a date that does not exist, 02 an amount
 * that is none, 03 a fixed term without date, 04 a cut-off that is no hour, 05 a cut-off that daylight saving skips on the
 * last day, 06 an act without a new end, 07 an act that ends earlier, 08 a suspension without beginning or ending before it,
 * 11 an act known in the future, 12 one known before it was made, 13 a date too far to be meant, 14 an act that moves nothing.
 */
export type TermProblemCode = Exclude<Extract<RefusalCode, `TERM-${string}`>, 'TERM-10'>;

/** What is wrong, with one sentence that says what to do: Italian for pages, English for the command. */
export interface TermProblem {
  code: TermProblemCode;
  message: string;
  english: string;
}

/** A computed term. */
export interface Term {
  start: LocalDate;
  /** The legal reading, which judges lateness. While the clock stands still: the end as it was before. */
  end: LocalDate;
  /** `HH:MM` of the last day. */
  cutOff: string;
  /** The last day counts to its end, 23:59:59, as no source names an hour. */
  wholeDay?: true;
  /** `end` at `cutOff` as an instant: the last at which an act is within. */
  instant: UtcInstant;
  /**
   * The day by which people work: the last working day not later than the end read in the strictest way. It may lie
   * before the start (two days from a Friday evening): the work is then due at once.
   */
  safeEnd: LocalDate;
  /** Every end from the first to the one in force. */
  history: TermEnd[];
  /** Set while a suspension without known end stops the clock: nothing is late then, up to the cap. */
  suspended?: { since: LocalDate; act: string };
  cap?: LocalDate;
  gaps: Gap[];
  reasons: TermReason[];
  /** Amendments that could not be applied, which left the term as it was. */
  problems: TermProblem[];
}

/** Roll-over unless the call says otherwise: on for counted terms, off for a date and hour that the call itself named. */
export function rollOverByDefault(unit: TermUnit): boolean {
  return unit !== 'fixed';
}
