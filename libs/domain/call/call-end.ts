import { computeTerm, type Term } from '#domain/term/term.js';
import type { CallDefinition } from './definition.js';

/**
 * When a call closes for who has not decided yet: the earliest official end that the definition itself fixes and that
 * runs in its first stage. Undefined for a call that never closes.
 */
export function callEnd({ stages: [first], terms, opening }: CallDefinition): Term | undefined {
  return terms
    .filter((each) => 'fixed' in each.start && each.official)
    .filter((each) => first !== undefined && each.during.includes(first.id))
    .map((each) => computeTerm({ ...each.rule, starts: each.id }, opening))
    .toSorted((a, b) => a.instant.localeCompare(b.instant))[0];
}
