import type { LocalDate } from '#domain/calendar/local-date.js';
import { ofType } from '#domain/fact/fact.js';
import type { UsualTime } from '#domain/call/definition.js';
import type { Case } from './case.js';

/**
 * How long the stage's outside body usually takes, and the day from which that is counted: a milestone of the path,
 * for what was measured is "from sending to decree" and not "in this stage".
 */
export function usualTimeOf({ stage, path }: Case): (UsualTime & { counted: LocalDate }) | undefined {
  const { usual } = stage;
  if (usual === undefined) return undefined;
  const fact = ofType(
    path.flatMap((step) => step.by),
    'milestone.recorded',
  ).findLast((each) => each.body.milestone === usual.since);
  return fact === undefined ? undefined : { ...usual, counted: fact.legalDate };
}

/** "Di solito il decreto arriva in 92 giorni dall'invio (da 55 a 122)." */
export function usualInWords({ words, median, from, to }: UsualTime): string {
  return `Di solito ${words.replace('{median}', String(median))} (da ${from} a ${to}).`;
}
