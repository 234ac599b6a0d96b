import type { ApplicationLine } from '#contracts/desk.js';

/** One a body: the application that runs, or the last one. Who withdrew and applied again counts once. */
export function latestOf(lines: readonly ApplicationLine[]): ApplicationLine[] {
  const latest = new Map<string, ApplicationLine>();
  for (const line of lines.toSorted(
    (a, b) => Number(b.ended) - Number(a.ended) || a.number.localeCompare(b.number),
  )) {
    latest.set(line.applicant.id, line);
  }
  return [...latest.values()];
}
