import type { CallDefinition } from '#domain/call/definition.js';
import type { MilestoneRequirement } from '#domain/call/requirement.js';

/** Something that the funder's platform may show: a milestone, and its outcome where it has several. */
export interface PlatformNews {
  milestone: string;
  outcome?: string;
  label: string;
}

/**
 * What the platform may show of a case that waits for somebody outside: what ends the wait, and what the funder may begin
 * at any time (clarifications, a sample check, a revocation). What a comune begins is no news of the platform.
 */
export function platformNews(definition: CallDefinition, stage: string, interrupt?: string): PlatformNews[] {
  const open = definition.interrupts.find((each) => each.id === interrupt);
  const ends =
    open === undefined
      ? (definition.stages.find((each) => each.id === stage)?.requirements ?? [])
      : open.closes.map((each) => each.milestone);
  const begins = definition.interrupts
    .filter((each) => each.id !== interrupt && each.party !== 'funder')
    .map((each) => each.opens);
  return [...ends, ...begins].flatMap((each) => (each.kind === 'milestone' ? outcomesOf(each) : []));
}

function outcomesOf({ id, label, outcomes }: MilestoneRequirement): PlatformNews[] {
  if (outcomes === undefined) return [{ milestone: id, label }];
  return outcomes.map((each) => ({ milestone: id, outcome: each.code, label: each.label }));
}
