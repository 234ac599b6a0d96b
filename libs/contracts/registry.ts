import { z } from 'zod';
import { isLocalDate } from '#domain/calendar/local-date.js';
import { instant, localDate } from './moment.js';

/** What is known of the bodies of a union, and how the head of office brings it up to date. */

/** The parts of a body's entry that are corrected one by one. */
export const REGISTRY_PARTS = ['residents', 'agreements', 'patronDay', 'closedPeriods'] as const;
export type RegistryPart = (typeof REGISTRY_PARTS)[number];

/** How many people live somewhere on a day, and who says so. */
export const residents = z
  .strictObject({
    on: localDate,
    count: z.int(),
    source: z.string(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'Residents' });
export type Residents = z.infer<typeof residents>;

/** A function that a comune has entrusted to the union. */
export const agreement = z
  .strictObject({
    function: z.string(),
    from: localDate,
    to: localDate.optional(),
    source: z.string(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof agreement>;

/** Days on which an office is closed every year, as `MM-DD`, both included; may go over the end of the year. */
export const closedPeriod = z
  .strictObject({
    from: z.string(),
    to: z.string(),
  })
  .meta({ id: 'ClosedPeriod' });
export type ClosedPeriod = z.infer<typeof closedPeriod>;

/** Who corrected a part of a body's entry, and when. */
const registryChange = z
  .strictObject({
    part: z.enum(REGISTRY_PARTS),
    /** How many corrections the part has: `If-Match` of the next one. A part that is as it was loaded has 0. */
    version: z.int(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'RegistryChange' });

/** A body with what is public about it. */
export const registeredBody = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(['union', 'comune', 'other']),
    ipa: z.string(),
    istat: z.string().optional(),
    name: z.string(),
    /** `MM-DD`. */
    patronDay: z.string().optional(),
    patronDaySource: z.string().optional(),
    closedPeriods: z.array(closedPeriod).readonly(),
    residents: z.array(residents).readonly(),
    agreements: z.array(agreement).readonly(),
    /** The last correction of each part by a person; a part that is not here is as it was loaded. */
    changes: z.array(registryChange).readonly(),
  })
  .meta({ id: 'RegisteredBody' });
export type RegisteredBody = z.infer<typeof registeredBody>;

/** A union with its bodies, in the order of their names, the union's own first. */
export const registeredUnion = z
  .strictObject({
    id: z.uuid(),
    ipa: z.string(),
    name: z.string(),
    bodies: z.array(registeredBody).readonly(),
  })
  .meta({ id: 'RegisteredUnion' });
export type RegisteredUnion = z.infer<typeof registeredUnion>;

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

/** `day` null: the body keeps no patron day. */
export const patronDayRequest = z.strictObject({ ...acting, day: yearDay.nullable(), source });

export const closedPeriodsRequest = z.strictObject({ ...acting, periods });

/** Of every body that has no weeks of its own. */
export const closedPeriodsAnswer = z
  .strictObject({
    /** Names of the bodies that follow. */
    bodies: z.array(z.string()),
  })
  .meta({ id: 'ClosedPeriodsAnswer' });
export type ClosedPeriodsAnswer = z.infer<typeof closedPeriodsAnswer>;

/** One correction, as it is kept: what stood there before and after. */
export const keptCorrection = z
  .strictObject({
    part: z.enum(REGISTRY_PARTS),
    before: z.unknown(),
    after: z.unknown(),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'KeptCorrection' });
export type KeptCorrection = z.infer<typeof keptCorrection>;

export const registryCorrections = z.strictObject({ corrections: z.array(keptCorrection) });
export type RegistryCorrections = z.infer<typeof registryCorrections>;
