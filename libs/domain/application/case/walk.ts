import {
  type CallDefinition,
  type InterruptDefinition,
  type StageDefinition,
  stageOf,
} from '#domain/call/definition.js';
import { askedBy } from '#domain/call/requirement.js';
import { type Fact, type FactOf, type Moment, momentOf, ofType, textOf } from '#domain/fact/fact.js';
import { onward } from './onward.js';
import type { PathStep } from './path-step.js';
import { satisfiedBy } from './requirement-state.js';

type MilestoneFact = FactOf<'milestone.recorded'>;

export interface OpenInterrupt {
  definition: InterruptDefinition;
  opened: MilestoneFact;
  round: number;
  closed?: MilestoneFact;
  to?: string;
}

export interface Walked {
  path: PathStep[];
  interrupts: OpenInterrupt[];
  /** Milestones that no stage has taken. */
  unused: MilestoneFact[];
}

type Bodies = FactOf<'application.opened'>['body'];

/**
 * Walks the stages as far as the facts carry. Nothing is judged by the order in which facts became known: each stage
 * takes the next unused occurrence of its milestones, so that a late PEC, a correction and a second round after a
 * partial outcome all give the same path as if they had been recorded in time. An interrupt that leads elsewhere (a
 * decree of withdrawal, a re-admission) ends the walk at its legal moment, and the walk goes on from where it leads. An
 * official act with its proof moves the case at its legal moment, whatever papers of ours are missing (`onward.ts`).
 *
 * @param vain acts that were done while their term was over: they lead to the stage that asks for them, and do not meet it.
 */
export function walk(
  definition: CallDefinition,
  facts: readonly Fact[],
  vain: ReadonlySet<string> = new Set(),
): Walked {
  const opened = ofType(facts, 'application.opened')[0];
  const first = definition.stages[0];
  if (opened === undefined || first === undefined) throw new Error('a stream begins with application.opened');
  const milestones = ofType(facts, 'milestone.recorded');
  const used = new Set<string>();
  const interrupts = readInterrupts(definition, milestones, used);
  const path: PathStep[] = [];
  let stage = first;
  let entered = momentOf(opened);
  let landed = false;
  for (const { closed, to, id } of jumpsOf(interrupts)) {
    const at = momentOf(closed);
    follow({ stage, entered, landed }, definition, opened.body, upTo(facts, at), { used, vain }, path);
    const last = path.at(-1);
    if (last !== undefined) {
      last.left ??= { at, outcome: id };
      last.by = [...last.by, closed];
    }
    stage = stageOf(definition, to);
    entered = at;
    landed = true;
  }
  follow({ stage, entered, landed }, definition, opened.body, facts, { used, vain }, path);
  return { path, interrupts, unused: milestones.filter((f) => !used.has(f.id)) };
}

/** Closed interrupts that lead elsewhere, in the order in which they legally did. */
function jumpsOf(interrupts: readonly OpenInterrupt[]): { closed: MilestoneFact; to: string; id: string }[] {
  return interrupts
    .flatMap(({ closed, to, definition: { id } }) =>
      closed === undefined || to === undefined ? [] : [{ closed, to, id }],
    )
    .toSorted((a, b) => textOf(momentOf(a.closed)).localeCompare(textOf(momentOf(b.closed))));
}

function upTo(facts: readonly Fact[], at: Moment): Fact[] {
  return facts.filter((fact) => textOf(momentOf(fact)) <= textOf(at));
}

/** Goes from a stage as far as these facts carry; steps are added to the path and their facts to those used. */
function follow(
  from: { stage: StageDefinition; entered: Moment; landed: boolean },
  definition: CallDefinition,
  bodies: Bodies,
  facts: readonly Fact[],
  { used, vain }: { used: Set<string>; vain: ReadonlySet<string> },
  path: PathStep[],
): void {
  let { stage, entered, landed } = from;
  for (;;) {
    const { id, requirements } = stage;
    const round = path.filter((step) => step.stage.id === id).length + 1;
    const step: PathStep = { stage, round, entered, by: [], lacks: [] };
    // Who is let in again by an act keeps the papers of before; a further round by the stages themselves asks for new ones.
    if (landed) step.jumped = true;
    else if (round > 1) step.papersSince = entered;
    landed = false;
    const taken = vain.size === 0 ? used : new Set([...used, ...vain]);
    for (const requirement of requirements) {
      for (const of of askedBy(requirement, bodies)) {
        const found = satisfiedBy(requirement, of, step, facts, taken);
        if (found === undefined) step.lacks.push({ requirement: requirement.id, ...of });
        else step.by.push(...found);
      }
    }
    path.push(step);
    const next = onward(step, definition, bodies, facts, used);
    for (const fact of next === undefined ? [] : step.by) used.add(fact.id);
    if (next === undefined) return;
    const { to, ...left } = next;
    step.left = left;
    stage = stageOf(definition, to);
    entered = left.at;
  }
}

/** Answers to what a step asks that left it open ("let us talk"), as recorded. */
export function openAnswers(step: PathStep, facts: readonly Fact[]): MilestoneFact[] {
  const asked = step.stage.requirements.filter((each) => each.kind === 'milestone');
  return ofType(facts, 'milestone.recorded').filter(
    ({ body, legalDate }) =>
      legalDate >= step.entered.date &&
      asked.some(
        ({ id, outcomes }) =>
          id === body.milestone && outcomes?.find((each) => each.code === body.outcome)?.settles === false,
      ),
  );
}

function readInterrupts(
  definition: CallDefinition,
  milestones: MilestoneFact[],
  used: Set<string>,
): OpenInterrupt[] {
  const all: OpenInterrupt[] = [];
  for (const fact of milestones) {
    for (const interrupt of definition.interrupts) {
      if (interrupt.opens.id === fact.body.milestone) {
        used.add(fact.id);
        const round = all.filter((each) => each.definition.id === interrupt.id).length + 1;
        all.push({ definition: interrupt, opened: fact, round });
      }
      const close = interrupt.closes.find((each) => each.milestone.id === fact.body.milestone);
      if (close === undefined) continue;
      const open = all.findLast((each) => each.definition.id === interrupt.id && each.closed === undefined);
      if (open !== undefined) {
        used.add(fact.id);
        open.closed = fact;
        if (close.to !== undefined) open.to = close.to;
      }
    }
  }
  return all;
}
