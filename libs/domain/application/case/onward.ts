import { type CallDefinition, type StageDefinition, stageOf } from '#domain/call/definition.js';
import { askedBy, type MilestoneRequirement } from '#domain/call/requirement.js';
import type { ApplicationOpened } from '#domain/fact/fact-kinds.js';
import { type Fact, type FactOf, laterOf, type Moment, momentOf, ofType, textOf } from '#domain/fact/fact.js';
import type { PathStep } from './path-step.js';
import { nextOf } from './requirement-state.js';
import { isNo } from './said-no.js';

type MilestoneFact = FactOf<'milestone.recorded'>;

interface Onward {
  at: Moment;
  outcome: string;
  to: string;
  /** The official act that led on. */
  act?: MilestoneFact;
}

/**
 * When and where a case goes on from a step: once all is there that the stage asks for, or earlier, at the legal moment of
 * an official act that has its proof. What happened on the funder's platform happened, whatever papers of ours are missing
 * or not looked at yet: they are owed by the step (`lacks`), and one that comes later never moves the path (issue 11 A).
 */
export function onward(
  step: PathStep,
  definition: CallDefinition,
  bodies: ApplicationOpened,
  facts: readonly Fact[],
  used: ReadonlySet<string>,
): Onward | undefined {
  const { stage, entered, by, lacks } = step;
  const whole = lacks.length > 0 ? undefined : exitAt(stage, by, by.map(momentOf).reduce(laterOf, entered));
  const official = officialIn(stage);
  if (official.length > 0) {
    const acts = ofType(by, 'milestone.recorded').filter(({ body }) =>
      official.some(({ id }) => id === body.milestone),
    );
    const isWhole = !lacks.some((each) => official.some(({ id }) => id === each.requirement));
    const last = acts.reduce<MilestoneFact | undefined>(laterFact, undefined);
    if (!isWhole || last === undefined || !acts.every(isProven)) {
      const act = impliedBy(step, official, definition, bodies, facts, used);
      return earlier(whole, act && { ...act, at: laterOf(momentOf(act.act), entered) });
    }
    const overtaken = exitAt(stage, acts, laterOf(momentOf(last), entered));
    return earlier(whole, overtaken && { ...overtaken, act: last });
  }
  const ahead = actAhead(stage, definition, bodies, facts, used, new Set([stage.id]));
  if (ahead === undefined) return whole;
  // Whoever said no and is proven to have sent did send: which of the two is so is for people to clear up.
  const refused = by.some((fact) => isNo(step, fact, definition));
  return earlier(refused ? undefined : whole, { ...ahead, at: laterOf(momentOf(ahead.act), entered) });
}

/**
 * A later official act with its proof that says that this stage's acts have been (a decree: the admission), and the exit
 * towards it; the nearest first.
 */
function impliedBy(
  { stage, lacks }: PathStep,
  official: readonly MilestoneRequirement[],
  definition: CallDefinition,
  bodies: ApplicationOpened,
  facts: readonly Fact[],
  used: ReadonlySet<string>,
): Omit<Required<Onward>, 'at'> | undefined {
  const lacking = official.filter(({ id }) => lacks.some((each) => each.requirement === id));
  const seen = new Set([stage.id]);
  let ahead = stage.exits.map(({ when, to }) => ({ outcome: when, to, at: to }));
  while (lacking.length > 0 && ahead.length > 0) {
    for (const { outcome, to, at } of ahead) {
      const act = officialIn(stageOf(definition, at))
        .filter(({ implies = [] }) => lacking.every(({ id }) => implies.includes(id)))
        .flatMap((asked) => askedBy(asked, bodies).flatMap((of) => nextOf(asked, of, facts, used) ?? []))
        .find(isProven);
      if (act !== undefined) return { outcome, to, act };
    }
    for (const { at } of ahead) seen.add(at);
    ahead = ahead
      .flatMap((way) => stageOf(definition, way.at).exits.map((exit) => ({ ...way, at: exit.to })))
      .filter(({ at }, n, all) => !seen.has(at) && all.findIndex((each) => each.at === at) === n);
  }
  return undefined;
}

/** What a stage asks for on the funder's platform: nothing of it can be had here. */
function officialIn({ requirements }: StageDefinition): MilestoneRequirement[] {
  return requirements.filter(
    (each): each is MilestoneRequirement => each.kind === 'milestone' && each.place === 'platform',
  );
}

function isProven({ body }: MilestoneFact): boolean {
  return body.proof !== undefined;
}

function laterFact(a: MilestoneFact | undefined, b: MilestoneFact): MilestoneFact {
  return a === undefined || textOf(momentOf(b)) > textOf(momentOf(a)) ? b : a;
}

/** All there at the same moment is no debt of anybody: it comes first. */
function earlier(whole: Onward | undefined, overtaken: Onward | undefined): Onward | undefined {
  if (whole === undefined || overtaken === undefined) return whole ?? overtaken;
  return textOf(whole.at) <= textOf(overtaken.at) ? whole : overtaken;
}

function exitAt({ exits }: StageDefinition, by: readonly Fact[], at: Moment): Onward | undefined {
  const outcome =
    ofType(by, 'milestone.recorded').find(({ body }) => body.outcome !== undefined)?.body.outcome ?? 'done';
  const exit = exits.find((each) => each.when === outcome) ?? exits.find((each) => each.when === 'done');
  return exit === undefined ? undefined : { at, outcome, to: exit.to };
}

/** The nearest official act with its proof, over stages that ask for nothing official, and the exit that leads to it. */
function actAhead(
  { exits }: StageDefinition,
  definition: CallDefinition,
  bodies: ApplicationOpened,
  facts: readonly Fact[],
  used: ReadonlySet<string>,
  seen: Set<string>,
): Omit<Required<Onward>, 'at'> | undefined {
  for (const { when, to } of exits) {
    if (seen.has(to)) continue;
    seen.add(to);
    const next = stageOf(definition, to);
    const official = officialIn(next);
    const act = official
      .flatMap((asked) => askedBy(asked, bodies).flatMap((of) => nextOf(asked, of, facts, used) ?? []))
      .find(isProven);
    const found =
      act ?? (official.length > 0 ? undefined : actAhead(next, definition, bodies, facts, used, seen)?.act);
    if (found !== undefined) return { outcome: when, to, act: found };
  }
  return undefined;
}
