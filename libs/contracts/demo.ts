import { z } from 'zod';
import { day, hour } from './moment.js';

/** What the demo alone answers: its invented people and their mailbox. In production these addresses are not there. */

export const demoSignInRequest = z.strictObject({ email: z.string().max(254) });

export const demoMailsQuery = z.strictObject({
  /** Only mail to this address. */
  to: z.string().trim().toLowerCase().max(254).optional(),
  /** Only mail that arrived after this number. */
  after: z.coerce.number().int().min(0).optional(),
});
export type DemoMailsQuery = z.infer<typeof demoMailsQuery>;

export const demoMailNumber = z.coerce.number().int().min(1).max(999_999);

/** Somebody whose place a visitor can take with one click. */
export const demoPerson = z
  .strictObject({
    email: z.string(),
    name: z.string(),
    /** "referente di Rivello" */
    role: z.string(),
    /** One sentence: what this person finds here. */
    sentence: z.string(),
  })
  .meta({ id: 'DemoPerson' });
export type DemoPerson = z.infer<typeof demoPerson>;

export const demoAnswer = z
  .strictObject({
    people: z.array(demoPerson),
  })
  .meta({ id: 'DemoAnswer' });
export type DemoAnswer = z.infer<typeof demoAnswer>;

/** A mail of the demo's mailbox in its list. */
export const demoMailLine = z
  .strictObject({
    /** 1, 2, 3 ... in the order of arrival. */
    number: z.int(),
    /** Day and hour in Rome by the demo's clock, `YYYY-MM-DD` and `HH:MM`. */
    on: day,
    at: hour,
    to: z.string(),
    subject: z.string(),
  })
  .meta({ id: 'DemoMailLine' });
export type DemoMailLine = z.infer<typeof demoMailLine>;

export const demoMailList = z
  .strictObject({
    /** The newest first, at most 200. */
    mails: z.array(demoMailLine),
  })
  .meta({ id: 'DemoMailList' });
export type DemoMailList = z.infer<typeof demoMailList>;

export const demoMail = z
  .strictObject({
    ...demoMailLine.shape,
    from: z.string(),
    text: z.string(),
    /** The HTML part, to be shown in a frame without rights only. */
    html: z.string(),
    headers: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  })
  .meta({ id: 'DemoMail' });
export type DemoMail = z.infer<typeof demoMail>;
