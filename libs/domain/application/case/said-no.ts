import { type CallDefinition, stageOf } from '#domain/call/definition.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType, textOf } from '#domain/fact/fact.js';
import type { PathStep } from './path-step.js';

/** The comune had said no, and the official platform proves that it sent: somebody has to ask which is so. */
export interface SaidNo {
  /** The answer. */
  fact: string;
  at: Moment;
  /** The proof of the sending. */
  act: string;
  sent: Moment;
}

/** An answer by which the comune left: the stage that it leads to is an end. */
export function isNo(
  { stage }: Pick<PathStep, 'stage'>,
  fact: Fact,
  definition: CallDefinition,
): fact is FactOf<'milestone.recorded'> {
  if (fact.type !== 'milestone.recorded' || fact.body.outcome === undefined) return false;
  const asked = stage.requirements.find((each) => each.id === fact.body.milestone);
  if (asked?.kind !== 'milestone' || asked.place !== 'here') return false;
  const exit = stage.exits.find(({ when }) => when === fact.body.outcome);
  return exit !== undefined && stageOf(definition, exit.to).exits.length === 0;
}

/** A "no" that came before the act which overtook its stage; one that came after it closes nothing and says nothing. */
export function saidNoOf(path: readonly PathStep[], definition: CallDefinition): SaidNo | undefined {
  for (const step of path) {
    const act = step.left?.act;
    if (act === undefined) continue;
    const no = ofType(step.by, 'milestone.recorded').find((fact) => isNo(step, fact, definition));
    if (no === undefined || textOf(momentOf(no)) > textOf(momentOf(act))) continue;
    return { fact: no.id, at: momentOf(no), act: act.id, sent: momentOf(act) };
  }
  return undefined;
}

/** Whether the case ended because the comune said no: a proof of the sending opens it again. */
export function endedByNo(path: readonly PathStep[], definition: CallDefinition): boolean {
  const before = path.at(-2);
  return (
    before !== undefined &&
    path.at(-1)?.stage.exits.length === 0 &&
    before.by.some((fact) => isNo(before, fact, definition))
  );
}
