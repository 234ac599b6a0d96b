import { type CallDefinition, milestonesOf } from '#domain/call/definition.js';
import { codeIn } from '#domain/call/field-code.js';
import type { NewFact } from '#domain/fact/fact.js';
import { readCase, type Streams } from '../case/case.js';
import { inPlaceOfDeclared } from '../case/never-answered.js';

/**
 * A fact as it is kept: CUP, CIG and tax codes as they were issued, without what people put before, between and after; the
 * proof of a sending in the place of its declaration.
 */
export function tidied(fact: NewFact, definition: CallDefinition, streams: Streams): NewFact {
  if (fact.type !== 'milestone.recorded') return fact;
  const { milestone, data } = fact.body;
  const fields = milestonesOf(definition).find((each) => each.id === milestone)?.fields ?? [];
  const codes = fields.flatMap((field) => {
    const value = data[field.name];
    const code = typeof value === 'string' && value !== '' ? codeIn(field, value) : undefined;
    return code === undefined ? [] : [[field.name, code.normalized] as const];
  });
  const tidy = { ...fact, body: { ...fact.body, data: { ...data, ...Object.fromEntries(codes) } } };
  return inPlaceOfDeclared(tidy, readCase(definition, streams));
}
