import type { Amendment } from '#domain/term/rule.js';
import { computeTerm, type Term } from '#domain/term/term.js';
import type { CallDefinition } from './definition.js';
import { termRule } from './term-rule.js';

/**
 * When a call closes for who has not decided yet: the earliest official end that the definition itself fixes and that
 * runs in its first stage. Undefined for a call that never closes.
 * @param amended acts that moved the call's terms since, as recorded
 */
export function callEnd(
  { stages: [first], terms, opening }: CallDefinition,
  amended: readonly ({ term: string } & Amendment)[] = [],
): Term | undefined {
  return terms
    .filter((each) => 'fixed' in each.start && each.official)
    .filter((each) => first !== undefined && each.during.includes(first.id))
    .map((each) => {
      const moved = amended.filter(({ term }) => term === each.id);
      return computeTerm(termRule(each), opening, moved);
    })
    .toSorted((a, b) => a.instant.localeCompare(b.instant))[0];
}
