import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, ofType } from '#domain/fact/fact.js';

/** The scenario that holds: the last one on record. */
export function scenarioIn(facts: readonly Fact[]): FactOf<'scenario.chosen'> | undefined {
  return ofType(effectiveFacts(facts), 'scenario.chosen').at(-1);
}
