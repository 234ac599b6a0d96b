import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';

/** A call as a whole, as it stands on record. */
export interface WatchedCall {
  definition: CallDefinition;
  facts: Fact[];
  /** How many of its applications go on, and how many have ended. */
  live: number;
  ended: number;
}

/** Calls in the worker's sight. */
export abstract class CallWatch {
  abstract read(call: string): Promise<WatchedCall>;
}
