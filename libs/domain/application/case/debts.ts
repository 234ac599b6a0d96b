import { askedBy } from '#domain/call/requirement.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import type { ApplicationOpened } from '#domain/fact/fact-kinds.js';
import type { Fact } from '#domain/fact/fact.js';
import type { PathStep } from './path-step.js';
import { isThing, type Missing, needed } from './requirement-state.js';

/** What steps asked for that an official act overtook (docs/adr/0019). A paper that two rounds asked for is owed once. */
export function debtsOf(
  path: readonly PathStep[],
  facts: readonly Fact[],
  bodies: ApplicationOpened,
): Missing[] {
  const owed = path.filter(isOvertaken).flatMap((each) => needsOf(each, facts, bodies));
  return owed.filter((debt, n) => {
    const thing = { requirement: debt.requirement.id, ...onlyOf(debt) };
    return !owed.slice(n + 1).some((later) => isThing(later, thing));
  });
}

export function isOvertaken({ left }: PathStep): boolean {
  return left?.act !== undefined;
}

export function needsOf(step: PathStep, facts: readonly Fact[], bodies: ApplicationOpened): Missing[] {
  return step.stage.requirements.flatMap((requirement) =>
    askedBy(requirement, bodies).flatMap((of) => needed(requirement, of, step, facts, bodies.applicant)),
  );
}
