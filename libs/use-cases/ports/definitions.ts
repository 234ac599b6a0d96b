import type { CallDefinition } from '#domain/call/definition.js';
import type { Acting } from './acting.js';
import type { Outcome } from './once.js';

/** Call definitions as they were loaded; one never changes under its id and version. */
export abstract class Definitions {
  /** Keeps a definition. The same content again is welcome; other content under the same version is `DEF-20`. */
  abstract keep(
    acting: Acting,
    definition: CallDefinition,
  ): Promise<Outcome<{ id: string; version: number }>>;
  abstract list(acting: Acting): Promise<{ id: string; version: number; title: string }[]>;
  abstract find(acting: Acting, id: string, version: number): Promise<CallDefinition | undefined>;
}
