import type { ApplicationLine } from './desk.js';

/** The comuni by the calls that run; a comune sees its own row. Days and amounts as in `desk.ts`. */
export interface Board {
  on: string;
  at: string;
  /** Calls with an application that runs, the nearest official end first. */
  calls: BoardCall[];
  /** By name. */
  bodies: { id: string; name: string }[];
  /** Of these calls, also those that ended. */
  applications: ApplicationLine[];
}

/** A call as the head of a column. */
export interface BoardCall {
  id: string;
  number: string;
  slug: string;
  title: string;
  shortTitle: string;
  measure: string;
  /** Official end for who applies; null for a call that never closes. */
  end: string | null;
  cutOff: string | null;
  /** Earlier ends, the oldest first. */
  was: string[];
  /** Bodies whose application was sent officially, of all that have one. */
  sent: number;
  of: number;
  /** Bodies that may not apply, with the reason in one Italian sentence. */
  excluded: { body: string; because: string }[];
}
