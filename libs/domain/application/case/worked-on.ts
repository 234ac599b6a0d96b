import type { StageDefinition } from '#domain/call/definition.js';
import { type AskedOf, isOfSame, type Thing } from '#domain/fact/asked-of.js';
import type { Case } from './case.js';
import { type Debt, isOvertaken } from './debts.js';
import { isThing, type Missing } from './requirement-state.js';

/** Stages whose things may be brought now: where the case stands, and those whose things are still owed. */
export function stagesAsking({
  stage,
  path,
  debts,
}: Pick<Case, 'stage' | 'path' | 'debts'>): StageDefinition[] {
  const owing = debts.length === 0 ? [] : path.filter(isOvertaken).map((each) => each.stage);
  return [...new Set([stage, ...owing])];
}

/**
 * All that may be worked on now: what interrupts ask for, the stage's things also while its clock stands still, and what
 * is still owed.
 */
export function workedOn({ missing, needs, debts }: Case): Missing[] {
  return [...missing.filter((each) => each.interrupt !== undefined), ...needs, ...debts];
}

/** What a term asks for: of its interrupt, or of the stage; without a term all that the case waits for. */
export function missingFor(theCase: Case, term?: { id: string }): Missing[] {
  if (term === undefined) return theCase.missing;
  const owner = theCase.open.findLast((each) => each.definition.term?.id === term.id)?.definition.id;
  return theCase.missing.filter((each) => each.interrupt === owner);
}

/** What is owed and must be brought or corrected; what waits to be looked at lies here. */
export function toBring({ debts }: Pick<Case, 'debts'>): Debt[] {
  return debts.filter(({ status }) => status !== 'inReview');
}

/** Of these things those that must still be brought. */
export function stillOwed(things: readonly Thing[], theCase: Pick<Case, 'debts'>): Debt[] {
  return toBring(theCase).filter((debt) => things.some((each) => isThing(debt, each)));
}

/** The part of it that one body owes. */
export function owedBy(theCase: Case, of: AskedOf, term?: { id: string }): Missing[] {
  return missingFor(theCase, term).filter((each) => isOfSame(each, of));
}
