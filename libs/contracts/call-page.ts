import { z } from 'zod';
import { termLine } from './application-page.js';
import { amountWord, refusalCode } from './codes.js';
import { applicationLine } from './desk.js';
import { historyLine } from './history.js';
import { day, instant } from './moment.js';
import { acting } from './permitted.js';
import { casePreview } from './preview.js';

export const sourceLine = z
  .strictObject({
    act: z.string(),
    quote: z.string(),
    confirmed: z.boolean(),
  })
  .meta({ id: 'SourceLine' });
export type SourceLine = z.infer<typeof sourceLine>;

/** A term of the call: with its days where the call itself fixes them, in words where it counts from something. */
export const callTermLine = z
  .strictObject({
    id: z.string(),
    label: z.string(),
    official: z.boolean(),
    peremptory: z.boolean(),
    /** "5 giorni da: esito dell'ammissibilità (PEC)". */
    rule: z.string(),
    fixed: termLine.pick({ end: true, cutOff: true, workBy: true, was: true, closed: true }).optional(),
    source: sourceLine,
  })
  .meta({ id: 'CallTermLine' });
export type CallTermLine = z.infer<typeof callTermLine>;

/** One call, whole. The applications are those that the reader sees. */
export const callPage = z
  .strictObject({
    /** Today, `YYYY-MM-DD`. */
    on: day,
    id: z.uuid(),
    number: z.string(),
    slug: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    measure: z.string(),
    funder: z.string(),
    platform: z.strictObject({ name: z.string(), url: z.string() }),
    definition: z.strictObject({ id: z.string(), version: z.int() }),
    opening: day,
    launchedOn: day,
    /** Last number of the call's stream; with `callSeq` equal to it, what a tag of the page is made of. */
    seq: z.int(),
    callSeq: z.int(),
    /** When the call closes, with its earlier ends; null for one that never does. */
    end: termLine.pick({ end: true, cutOff: true, workBy: true, was: true, closed: true }).nullable(),
    terms: z.array(callTermLine),
    amounts: z.strictObject({
      classes: z.array(z.strictObject({ upTo: z.int().nullable(), cents: z.int() })),
      residentsOn: day,
      source: sourceLine,
    }),
    applications: z.array(applicationLine),
    /** Cents by the word of their amount: each application counts once. */
    sums: z.record(amountWord, z.int()),
    /** How many comuni have sent officially, of how many; who withdrew and applied again counts once. */
    sent: z.strictObject({ done: z.int(), of: z.int() }),
    /** What the office has confirmed at launch, and what nobody has confirmed yet. */
    confirmed: z.array(z.strictObject({ id: z.string(), label: z.string(), by: z.string(), on: day })),
    toConfirm: z.array(z.strictObject({ id: z.string(), label: z.string(), source: sourceLine })),
    history: z.array(historyLine),
    /** Until then no e-mail leaves and the launch may be annulled. */
    brakeUntil: instant.optional(),
    withdrawn: z.boolean(),
    /** The act by which the money is used up, and its day. */
    fundsExhausted: z.strictObject({ act: z.string(), on: day }).optional(),
    /** `exhaust`: say that the money is used up. `refund`: say that there is money again. */
    may: z.strictObject({
      amend: acting.optional(),
      apply: acting.optional(),
      withdraw: acting.optional(),
      exhaust: acting.optional(),
      refund: acting.optional(),
    }),
  })
  .meta({ id: 'CallPage' });
export type CallPage = z.infer<typeof callPage>;

/** What became of each application for which an act was meant by itself. */
export const amendedSome = z
  .strictObject({
    results: z.array(
      z.strictObject({
        application: z.string(),
        result: z.enum(['done', 'refused']),
        code: refusalCode.optional(),
        detail: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'AmendedSome' });
export type AmendedSome = z.infer<typeof amendedSome>;

/** What an act would do to each application of a call; nothing of it is on record. */
export const amendmentPreview = z
  .strictObject({
    applications: z.array(casePreview),
    /** Of those that were named: which would be refused, and why. */
    refused: z.array(z.strictObject({ application: z.string(), code: refusalCode, detail: z.string() })),
    /** Applications in which something changes, by an act about a term the dates, and that stay as they are. */
    moves: z.int(),
    stays: z.int(),
    mails: z.strictObject({ cancelled: z.int(), moved: z.int(), planned: z.int() }),
    /** How many people are told of it; each counts once. */
    people: z.int(),
    /** Cents of the applications in which something changes. */
    cents: z.int(),
  })
  .meta({ id: 'AmendmentPreview' });
export type AmendmentPreview = z.infer<typeof amendmentPreview>;
