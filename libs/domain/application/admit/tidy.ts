import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { checkCup } from '#domain/cup/cup.js';
import type { NewFact } from '#domain/fact/fact.js';
import { readCase, type Streams } from '../case/case.js';
import { inPlaceOfDeclared } from '../case/never-answered.js';

/**
 * A fact as it is kept: a CUP as Sistema CUP writes it, without what people put before, between and after; the proof of a
 * sending in the place of its declaration.
 */
export function tidied(fact: NewFact, definition: CallDefinition, streams: Streams): NewFact {
  if (fact.type !== 'milestone.recorded') return fact;
  const { milestone, data } = fact.body;
  const fields = milestonesOf(definition).find((each) => each.id === milestone)?.fields ?? [];
  const cups = fields.flatMap(({ name, type }) => {
    const value = data[name];
    return type === 'cup' && typeof value === 'string' ? [[name, checkCup(value).normalized] as const] : [];
  });
  const tidy = { ...fact, body: { ...fact.body, data: { ...data, ...Object.fromEntries(cups) } } };
  return inPlaceOfDeclared(tidy, readCase(definition, streams));
}
