import type { ValueLine } from '#contracts/application-page.js';
import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Fact, type FactOf, ofType } from '#domain/fact/fact.js';
import { recordedValues } from '#domain/fact/recorded-values.js';

/** Numbers and dates on record, in the order of the steps, each with the fact in which it stands and its round. */
export function valueLines(definition: CallDefinition, facts: readonly Fact[]): ValueLine[] {
  const counted = effectiveFacts(facts);
  const values = recordedValues(counted);
  const acts = new Map(ofType(counted, 'milestone.recorded').map((each) => [each.id, each]));
  return milestonesOf(definition).flatMap(({ id, fields }) =>
    fields.flatMap(({ name, label, type }) =>
      values
        .filter((each) => each.milestone === id && each.name === name)
        .toSorted((a, b) => a.round - b.round)
        .map(({ value, round, fact, at }) => ({
          milestone: id,
          name,
          label,
          type,
          value,
          round,
          fact,
          on: at.date,
          proven: isProven(acts.get(fact)),
        })),
    ),
  );
}

/** A receipt lies beside it, or it came by PEC. */
function isProven(fact: FactOf<'milestone.recorded'> | undefined): boolean {
  return fact?.body.proof !== undefined || fact?.channel === 'pec';
}
