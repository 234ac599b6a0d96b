import { z } from 'zod';
import type { Role } from '#domain/people/role.js';
import type { Place } from '#domain/call/definition.js';
import { launchRequest } from './application.js';
import type { SourceLine } from './call-page.js';
import type { FutureEvent } from './preview.js';

export const launchPreviewRequest = z.strictObject({ ...launchRequest.shape });
export type LaunchPreviewRequest = z.infer<typeof launchPreviewRequest>;

/** What a launch would do; nothing of it is on record. */
export interface LaunchPreview {
  comuni: LaunchComune[];
  /** Comuni that would get an application, and what they may ask for together, in cents. */
  eligible: number;
  cents: number;
  /** What is asked, step by step, and where it is done. */
  papers: LaunchPaper[];
  /** Terms and amounts that nobody has confirmed: to be read again, with the quotation. */
  toConfirm: { id: string; label: string; source: SourceLine }[];
  /** What comes too late or nearly so, in words: the call's end, internal dates that have passed. */
  tight: string[];
  /** A year of one comune, the first, if everybody works by the dates to work by. */
  timeline: FutureEvent[];
  /** E-mails of the first 60 days when nobody does anything, who is written to most first. */
  mails: { person: string; name: string; count: number }[];
  /** The first e-mail as it will read, and who gets it. */
  firstMail?: { to: string; subject: string; text: string };
}

export interface LaunchComune {
  body: string;
  istat: string;
  name: string;
  /** Why it would get none: code and sentence; absent for one that may apply. */
  refused?: { code: string; detail: string };
  residents?: { count: number; on: string };
  amountCents?: number;
  /** "2.500 abitanti al 1° gennaio 2022: fino a 5.000 spettano 23.147 euro" */
  formula?: string;
  /** Other applications of the same measure, running or over. */
  earlier: { number: string; call: string; label: string; ended: boolean }[];
  people: { role: Role; roleInWords: string; name?: string; flags: string[] }[];
  /** What concerns the comune as a whole: "utenza piattaforma: nessuna". */
  flags: string[];
  /** Internal dates proposed backwards from the end; `note` says why one is earlier. */
  dates: { id: 'kit' | 'checks' | 'end'; label: string; on: string; note?: string }[];
}

export interface LaunchPaper {
  stage: string;
  label: string;
  kind: 'document' | 'milestone' | 'approval';
  place: Place;
  who: string;
  optional: boolean;
  proof: boolean;
}
