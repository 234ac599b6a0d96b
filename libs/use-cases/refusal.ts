import { type RefusalCode, type RefusalKind, REFUSALS } from '#domain/refusal/refusals.js';

/** A field that is not as it should be: where, and what is wrong. */
export interface InvalidField {
  readonly path: string;
  readonly message: string;
}

/** What somebody else changed meanwhile. */
export interface RecordedChange {
  /** Id of the fact, where it is one. */
  readonly fact?: string;
  /** Of the fact; else what was written over: `registry.residents`, `person.contacts`. */
  readonly type: string;
  /** ISO 8601 in UTC, by the product's clock. */
  readonly recordedAt: string;
  /** Name of the person and of the own body, where whoever asks sees them. */
  readonly by: string | null;
  readonly of: string | null;
}

/** Nothing was written, because other people were quicker: what they changed, the newest last. */
export interface Overtaken {
  readonly changes: readonly RecordedChange[];
}

/** What a refusal may say beside its sentence. */
export interface RefusalFacts {
  /** Of a form: the fields that are wrong. */
  readonly fields?: readonly InvalidField[];
  /** Of an act: the one field that the sentence is about, by its path in the request. */
  readonly field?: string;
  /** Of too many attempts: seconds after which the next one is heard. */
  readonly retryAfterSeconds?: number;
  /** Of a request that others were quicker than: what they recorded, the newest last. */
  readonly changes?: readonly RecordedChange[];
}

/** An expected failure of a use case: nothing was done, and whoever asked can do something about it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;

  /** @param detail one Italian sentence that says what to do. */
  constructor(
    readonly code: RefusalCode,
    readonly detail: string,
    readonly facts: RefusalFacts = {},
  ) {
    super(`${code}: ${detail}`);
    this.kind = REFUSALS[code];
  }
}
