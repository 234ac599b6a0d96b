import type { Fact } from './fact.js';

/**
 * The facts that count, in recorded order: a corrected fact gives its place to the one that corrects it, a voided
 * fact disappears. The history itself is never touched; the page shows both.
 */
export function effectiveFacts(facts: readonly Fact[]): Fact[] {
  const replacement = new Map<string, Fact>();
  for (const fact of facts) if (fact.corrects !== undefined) replacement.set(fact.corrects, fact);
  const latest = (fact: Fact): Fact => {
    const by = replacement.get(fact.id);
    return by === undefined ? fact : latest(by);
  };
  return facts
    .filter((fact) => fact.corrects === undefined)
    .map(latest)
    .filter((fact) => fact.type !== 'fact.voided');
}
