import { z } from 'zod';

/** What the demo alone answers: its invented people and their mailbox. In production these addresses are not there. */

export const demoSignInRequest = z.strictObject({ email: z.string().max(254) });
export type DemoSignInRequest = z.infer<typeof demoSignInRequest>;

export const demoMailsQuery = z.strictObject({
  /** Only mail to this address. */
  to: z.string().trim().toLowerCase().max(254).optional(),
  /** Only mail that arrived after this number. */
  after: z.coerce.number().int().min(0).optional(),
});
export type DemoMailsQuery = z.infer<typeof demoMailsQuery>;

export const demoMailNumber = z.coerce.number().int().min(1).max(999_999);

/** Somebody whose place a visitor can take with one click. */
export interface DemoPerson {
  email: string;
  name: string;
  /** "referente di Rivello" */
  role: string;
  /** One sentence: what this person finds here. */
  sentence: string;
}

export interface DemoAnswer {
  people: DemoPerson[];
}

/** A mail of the demo's mailbox in its list. */
export interface DemoMailLine {
  /** 1, 2, 3 ... in the order of arrival. */
  number: number;
  /** Day and hour in Rome by the demo's clock, `YYYY-MM-DD` and `HH:MM`. */
  on: string;
  at: string;
  to: string;
  subject: string;
}

export interface DemoMailList {
  /** The newest first, at most 200. */
  mails: DemoMailLine[];
}

export interface DemoMail extends DemoMailLine {
  from: string;
  text: string;
  /** The HTML part, to be shown in a frame without rights only. */
  html: string;
  headers: { name: string; value: string }[];
}
