import { closure } from '#domain/call/closure.js';
import { type CallDefinition, stageOf } from '#domain/call/definition.js';
import type { MilestoneRequirement } from '#domain/call/requirement.js';
import { isOfSame } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import type { Fact, FactOf, NewFact } from '#domain/fact/fact.js';
import { type OpenInterrupt, walk } from './walk.js';

type NewMilestone = Extract<NewFact, { type: 'milestone.recorded' }>;

/**
 * Whether a milestone would say a second time what the case already has: no stage takes it now, none that can still
 * come asks for it, and no interrupt waits for it. One that came before its stage is true all the same and waits for it.
 */
export function isUsedUp(fact: NewMilestone, definition: CallDefinition, facts: readonly Fact[]): boolean {
  const { milestone, outcome } = fact.body;
  if (definition.interrupts.some((each) => each.opens.id === milestone)) return false;
  const trial = {
    ...fact,
    id: 'trial',
    seq: facts.length + 1,
    recordedAt: '',
  } as FactOf<'milestone.recorded'>;
  const { path, interrupts, unused } = walk(definition, [...effectiveFacts(facts), trial]);
  if (!unused.some((each) => each.id === trial.id)) return false;
  if (closesInterrupt(definition, milestone)) return wasClosed(interrupts, milestone);
  const now = path.at(-1);
  if (now === undefined) return false;
  const asking = definition.stages.filter((stage) =>
    stage.requirements.some((each) => each.kind === 'milestone' && each.id === milestone),
  );
  const jumps = interrupts
    .filter((each) => each.closed === undefined)
    .flatMap((each) => each.definition.closes.flatMap((close) => close.to ?? []));
  const ahead = reachable(definition, now.stage.id, jumps);
  const open = asking.filter((stage) => stage.id === now.stage.id || ahead.has(stage.id));
  // A stage that can come again takes as many as its rounds.
  if (open.some((stage) => reachable(definition, stage.id, jumps).has(stage.id))) return false;
  const settles = (code: string | undefined) =>
    asking
      .flatMap((stage) => stage.requirements)
      .filter((each): each is MilestoneRequirement => each.kind === 'milestone' && each.id === milestone)
      .every((each) => each.outcomes?.find((one) => one.code === code)?.settles ?? true);
  if (!settles(outcome)) return open.length === 0;
  const waiting = unused.filter(
    (each) =>
      each.id !== trial.id &&
      each.body.milestone === milestone &&
      isOfSame(each.body, fact.body) &&
      settles(each.body.outcome),
  );
  return waiting.length >= open.length;
}

function closesInterrupt(definition: CallDefinition, milestone: string): boolean {
  return definition.interrupts.some((each) => each.closes.some((close) => close.milestone.id === milestone));
}

function wasClosed(interrupts: readonly OpenInterrupt[], milestone: string): boolean {
  return interrupts.some((each) => each.definition.closes.some((close) => close.milestone.id === milestone));
}

/** Stages that can come after one, through exits and through where the open interrupts lead. */
function reachable(definition: CallDefinition, from: string, jumps: readonly string[]): Set<string> {
  const next = (id: string) => stageOf(definition, id).exits.map(({ to }) => to);
  return closure([...next(from), ...jumps], next);
}
