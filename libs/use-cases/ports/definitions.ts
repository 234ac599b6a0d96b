import type { CallDefinition } from '#domain/call/definition.js';
import type { CallEdition, CallKind } from '#domain/call/kind-and-edition.js';
import type { Acting } from './acting.js';

/** A kind by id and version, filled by its first edition or by the one that is named. */
export interface NamedDefinition {
  id: string;
  version: number;
  edition?: string;
}

/** An edition, and the hash of the whole definition that it gives. */
export interface EditionRef {
  id: string;
  sha256: string;
}

export interface GivenDefinition {
  definition: CallDefinition;
  edition: EditionRef;
}

/** Kinds of calls and their editions as they were loaded; neither ever changes. */
export abstract class Definitions {
  /** Whether a kind of this id is the product's or another union's: who acts may add no version of it. */
  abstract isOfOthers(acting: Acting, id: string): Promise<boolean>;
  /** Keeps a new kind with its first edition, whose hash is that of the definition they give. */
  abstract keep(acting: Acting, kind: CallKind, edition: CallEdition, sha256: string): Promise<void>;
  /** One line a kind, under the title of its first edition. */
  abstract list(acting: Acting): Promise<{ id: string; version: number; title: string }[]>;
  abstract find(acting: Acting, named: NamedDefinition): Promise<GivenDefinition | undefined>;
  /** What a call was launched with; the call is in sight. */
  abstract ofCall(acting: Acting, call: string): Promise<CallDefinition>;
}
