import type { ValueLine } from '#contracts/application-page.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, ofType } from '#domain/fact/fact.js';

/** Numbers and dates on record, in the order of the steps, each with the fact in which it stands: the latest of its name. */
export function valueLines(definition: CallDefinition, facts: readonly Fact[]): ValueLine[] {
  const recorded = ofType(effectiveFacts(facts), 'milestone.recorded');
  const fields = milestonesOf(definition).flatMap((each) => each.fields);
  return fields
    .filter((field, n) => fields.findIndex((each) => each.name === field.name) === n)
    .flatMap(({ name, label, type }) => {
      const fact = recorded.findLast(({ body }) => (body.data[name] ?? '') !== '');
      const value = fact?.body.data[name];
      if (fact === undefined || value === undefined) return [];
      return [{ name, label, type, value, fact: fact.id, on: fact.legalDate, proven: isProven(fact) }];
    });
}

/** A receipt lies beside it, or it came by PEC. */
function isProven({ body, channel }: FactOf<'milestone.recorded'>): boolean {
  return body.proof !== undefined || channel === 'pec';
}
