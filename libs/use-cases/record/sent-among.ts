import { readCase } from '#domain/application/case/case.js';
import { isSent } from '#domain/application/case/sent.js';
import type { CallDefinition } from '#domain/call/definition.js';
import type { Fact } from '#domain/fact/fact.js';

/** How many applications of a call have been sent officially, by the streams of each. */
export function sentAmong(definition: CallDefinition, applications: readonly (readonly Fact[])[]): number {
  return applications.filter((application) =>
    isSent(definition, readCase(definition, { call: [], application }).path),
  ).length;
}
