import type { Fact } from './fact.js';

/** What a page had seen: the last numbers of an application's stream and of its call's. */
export interface Seen {
  seq: number;
  callSeq: number;
}

/**
 * What other people put on record after a page was read, the oldest first. What the engine decides by itself, a reminder
 * or a lapse, changes nothing that somebody wrote; one's own facts are no surprise.
 */
export function changedSince(
  { application, call }: { application: readonly Fact[]; call: readonly Fact[] },
  seen: Seen,
  person: string,
): Fact[] {
  const after = (facts: readonly Fact[], seq: number) =>
    facts.filter((fact) => fact.seq > seq && fact.channel !== 'engine' && fact.actor !== person);
  return [...after(call, seen.callSeq), ...after(application, seen.seq)].toSorted(
    (a, b) => Date.parse(a.recordedAt) - Date.parse(b.recordedAt),
  );
}
