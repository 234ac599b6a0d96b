import { z } from 'zod';
import { refusalCode } from './codes.js';
import { instant } from './moment.js';

/** An error as RFC 9457 says it; `code` is stable, `detail` is one Italian sentence that says what to do. */
export const problem = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: refusalCode,
    detail: z.string(),
    /** Path of the request. */
    instance: z.string(),
    /** The fields that are wrong. */
    fields: z
      .array(z.strictObject({ path: z.string(), message: z.string() }))
      .readonly()
      .optional(),
    /** The one field that the sentence is about, by its path in the request. */
    field: z.string().optional(),
    /** What others changed meanwhile, the newest last. */
    changes: z
      .array(
        z.strictObject({
          fact: z.uuid().optional(),
          type: z.string(),
          recordedAt: instant,
          by: z.string().nullable(),
          of: z.string().nullable(),
        }),
      )
      .readonly()
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;
