import type { RefusalCode } from '#domain/refusal/refusals.js';

/** Why a fact is not taken: a stable code and one Italian sentence that says what to do. */
export interface Refused {
  code: RefusalCode;
  detail: string;
  /** The one field that the sentence is about, by its path in what is proposed: `body.data.cup`. */
  field?: string;
}
