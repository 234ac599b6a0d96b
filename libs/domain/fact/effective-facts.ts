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

/** When each thing was first put on record, by id of fact: a correction takes the place of what it corrects. */
export function firstRecorded(facts: readonly Fact[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { id, corrects, recordedAt } of facts) {
    first.set(id, (corrects === undefined ? undefined : first.get(corrects)) ?? recordedAt);
  }
  return first;
}
