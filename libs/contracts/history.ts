import { z } from 'zod';
import { certainty, factType } from './codes.js';
import { day, instant } from './moment.js';
import { fieldDefinition } from './permitted.js';

/** One fact of an application or a call, as the history shows it. */
export const historyLine = z
  .strictObject({
    id: z.uuid(),
    seq: z.int(),
    type: factType,
    /** One Italian sentence: what happened. */
    sentence: z.string(),
    /** Who put it on record; "Capofila" for what the engine decided; "una persona" for whom the reader may not see. */
    who: z.string(),
    /** Body for which it was done, when not the person's own. */
    forWhom: z.string().optional(),
    channel: z.string(),
    /** "per PEC", "di persona", "su Capofila". */
    channelInWords: z.string(),
    certainty,
    /** "dichiarato", "provato da PEC", "visto da Capofila". */
    certaintyInWords: z.string(),
    legalDate: day,
    legalTime: z.string().optional(),
    recordedAt: instant,
    /** Words that somebody wrote with it; absent when nobody did or when they were lawfully erased. */
    reason: z.string().optional(),
    /** It no longer counts, because the fact of this id puts it right or voids it. */
    correctedBy: z.uuid().optional(),
    /** It puts right the fact of this id; the page shows the two side by side. */
    corrects: z.uuid().optional(),
    /** The document it is about, or the proof that lies beside it. */
    document: z.strictObject({ id: z.uuid(), fileName: z.string() }).optional(),
    body: z.custom<object>((value) => typeof value === 'object').meta({ type: 'object' }),
    /** Of a milestone: what it may say, so that a correction says another outcome or other data. */
    asks: z
      .strictObject({
        outcomes: z.array(z.strictObject({ code: z.string(), label: z.string() })),
        fields: z.array(fieldDefinition).readonly(),
      })
      .optional(),
    hash: z.string(),
  })
  .meta({ id: 'HistoryLine' });
export type HistoryLine = z.infer<typeof historyLine>;

/** The history of one application; `callFacts` are the acts of its call, which hold for it too. */
export const history = z
  .strictObject({
    facts: z.array(historyLine),
    callFacts: z.array(historyLine),
  })
  .meta({ id: 'History' });
export type History = z.infer<typeof history>;
