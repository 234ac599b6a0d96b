import type { StageDefinition } from '#domain/call/definition.js';
import type { Thing } from '#domain/fact/asked-of.js';
import type { Fact, FactOf, Moment } from '#domain/fact/fact.js';

/** One stay in a stage. A stage entered again (a correction after a partial outcome) has the next round. */
export interface PathStep {
  stage: StageDefinition;
  round: number;
  entered: Moment;
  /** Facts that satisfied its requirements; on a finished step they are the reason why it ended. */
  by: Fact[];
  /** What it asks for and did not get, of each body. On a step that an act overtook it is owed all the same. */
  lacks: Thing[];
  /** `act`: the official act that led on, whatever else the stage asks for. */
  left?: { at: Moment; outcome: string; act?: FactOf<'milestone.recorded'> };
  /** An interrupt led here: a stage entered again in this way starts its terms anew (re-admission to a term). */
  jumped?: true;
  /** In a further round: papers count from here on, since those of the round before were judged with it. */
  papersSince?: Moment;
}
