import { z } from 'zod';
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date.js';

/** What is known of the bodies of a union, and how the head of office brings it up to date. */

/** The parts of a body's entry that are corrected one by one. */
export const REGISTRY_PARTS = ['residents', 'agreements', 'patronDay', 'closedPeriods'] as const;
export type RegistryPart = (typeof REGISTRY_PARTS)[number];

/** How many people live somewhere on a day, and who says so. */
export interface Residents {
  readonly on: LocalDate;
  readonly count: number;
  readonly source: string;
  readonly confirmed: boolean;
}

/** A function that a comune has entrusted to the union. */
export interface Agreement {
  readonly function: string;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly source: string;
  readonly confirmed: boolean;
}

/** Days on which an office is closed every year, as `MM-DD`, both included; may go over the end of the year. */
export interface ClosedPeriod {
  readonly from: string;
  readonly to: string;
}

/** A body with what is public about it. */
export interface RegisteredBody {
  readonly id: string;
  readonly kind: 'union' | 'comune' | 'other';
  readonly ipa: string;
  readonly istat?: string;
  readonly name: string;
  /** `MM-DD`. */
  readonly patronDay?: string;
  readonly patronDaySource?: string;
  readonly closedPeriods: readonly ClosedPeriod[];
  readonly residents: readonly Residents[];
  readonly agreements: readonly Agreement[];
  /** The last correction of each part by a person; a part that is not here is as it was loaded. */
  readonly changes: readonly RegistryChange[];
}

/** Who corrected a part of a body's entry, and when (ISO 8601 in UTC, by the product's clock). */
export interface RegistryChange {
  readonly part: RegistryPart;
  /** How many corrections the part has: `If-Match` of the next one. A part that is as it was loaded has 0. */
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

/** A union with its bodies, in the order of their names, the union's own first. */
export interface RegisteredUnion {
  readonly id: string;
  readonly ipa: string;
  readonly name: string;
  readonly bodies: readonly RegisteredBody[];
}

const localDate = z
  .string()
  .refine(isLocalDate, { error: 'Scrivi una data che esiste, come 2027-03-26. (DATO-02)' });
/** A day of every year; 29 February is one. */
const yearDay = z
  .string()
  .refine((text) => isLocalDate(`2024-${text}`), { error: 'Scrivi un giorno che esiste. (DATO-11)' });
const source = z
  .string()
  .trim()
  .min(3, { error: 'Scrivi da dove viene: atto, pubblicazione, chi lo ha detto.' })
  .max(300);
const acting = { actingBody: z.uuid() };
const periods = z.array(z.strictObject({ from: yearDay, to: yearDay })).max(10);

/** The whole list: what is not in it is gone. Of two sources for a day both may stay. */
export const residentsRequest = z.strictObject({
  ...acting,
  residents: z
    .array(
      z.strictObject({
        on: localDate,
        count: z.int().min(0).max(10_000_000),
        source,
        confirmed: z.boolean(),
      }),
    )
    .max(60)
    .refine((all) => new Set(all.map((each) => `${each.on} ${each.source}`)).size === all.length, {
      error: 'Lo stesso giorno con la stessa fonte è scritto due volte: toglierne uno.',
    }),
});
export type ResidentsRequest = z.infer<typeof residentsRequest>;

/** The whole list: what is not in it is gone. */
export const agreementsRequest = z.strictObject({
  ...acting,
  agreements: z
    .array(
      z
        .strictObject({
          function: z.string().trim().min(2).max(60),
          from: localDate,
          to: localDate.optional(),
          source,
          confirmed: z.boolean(),
        })
        .refine((each) => each.to === undefined || each.to >= each.from, {
          path: ['to'],
          error: 'La convenzione finisce prima di cominciare: controlla le due date. (DATO-10)',
        }),
    )
    .max(60)
    .refine((all) => new Set(all.map((each) => `${each.from} ${each.function}`)).size === all.length, {
      error: 'La stessa funzione dallo stesso giorno è scritta due volte: toglierne una.',
    }),
});
export type AgreementsRequest = z.infer<typeof agreementsRequest>;

/** `day` null: the body keeps no patron day. */
export const patronDayRequest = z.strictObject({ ...acting, day: yearDay.nullable(), source });
export type PatronDayRequest = z.infer<typeof patronDayRequest>;

export const closedPeriodsRequest = z.strictObject({ ...acting, periods });
export type ClosedPeriodsRequest = z.infer<typeof closedPeriodsRequest>;

/** Of every body that has no weeks of its own. */
export interface ClosedPeriodsAnswer {
  /** Names of the bodies that follow. */
  bodies: string[];
}
