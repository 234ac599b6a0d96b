import type { CallDefinition, TermDefinition } from '#domain/call/definition.js';
import { isLocalDate, type LocalDate } from '#domain/calendar/local-date.js';
import { type Fact, type FactOf, laterOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import type { Term } from '#domain/term/term.js';
import type { PathStep } from './path-step.js';
import type { OpenInterrupt } from './walk.js';

/** What terms are read from. */
export interface TermInput {
  definition: CallDefinition;
  callFacts: readonly Fact[];
  facts: readonly Fact[];
  path: readonly PathStep[];
  interrupts: readonly OpenInterrupt[];
  /** When each fact took its place in its stream, as `firstRecorded` says. */
  recorded: Record<'call' | 'application', ReadonlyMap<string, string>>;
}

/** A run of consecutive steps in which the term applies; entered again, it is a new round. */
export interface Stay {
  round: number;
  steps: PathStep[];
  /** False once the path went on to a stage where the term no longer runs. */
  current: boolean;
  before: readonly PathStep[];
}

export function staysDuring(path: readonly PathStep[], definition: TermDefinition): Stay[] {
  const stays: Stay[] = [];
  let open: Stay | undefined;
  path.forEach((step, index) => {
    if (definition.during.includes(step.stage.id)) {
      const again = step.jumped === true && open?.steps.some((each) => each.stage.id === step.stage.id);
      if (open === undefined || again === true) {
        open = { round: stays.length + 1, steps: [], current: false, before: path.slice(0, index) };
        stays.push(open);
      }
      open.steps.push(step);
      open.current = index === path.length - 1;
    } else {
      open = undefined;
    }
  });
  return stays;
}

/**
 * A decree that admits to a term anew: the term ends on the day it says, whatever the call says of its length; while
 * the day is not known, it is counted anew from the decree.
 */
export function readmissionTo(
  { id, rule }: TermDefinition,
  { steps }: Stay,
  { interrupts }: TermInput,
): (Start & { rule: TermDefinition['rule'] }) | undefined {
  const [landed] = steps;
  if (landed?.jumped !== true) return undefined;
  for (const { closed, definition } of interrupts) {
    const close = definition.closes.find((each) => each.milestone.id === closed?.body.milestone);
    if (closed === undefined || close?.restarts?.term !== id || close.to !== landed.stage.id) continue;
    const moment = momentOf(closed);
    if (moment.date !== landed.entered.date || moment.time !== landed.entered.time) continue;
    const until = closed.body.data[close.restarts.until];
    const { zone, cutOff, direction } = rule;
    const known = closed.recordedAt;
    return typeof until === 'string' && isLocalDate(until)
      ? { moment, known, rule: { zone, cutOff, direction, rollOver: false, unit: 'fixed', date: until } }
      : { moment, known, rule };
  }
  return undefined;
}

/** From when a term runs, and when the engine learned of it. */
export interface Start {
  moment: Moment;
  known: string;
}

export function startOf(
  definition: TermDefinition,
  stay: Stay,
  input: TermInput,
  earlier: readonly { id: string; term: Term; knownSince: string }[],
): Start | undefined {
  const opened = ofType(input.facts, 'application.opened')[0];
  const known = opened?.recordedAt ?? '';
  const { start } = definition;
  if ('fixed' in start) return { moment: { date: input.definition.opening }, known };
  if ('term' in start) {
    const parent = earlier.findLast((each) => each.id === start.term);
    return parent === undefined
      ? undefined
      : { moment: { date: parent.term.safeEnd }, known: parent.knownSince };
  }
  if ('stage' in start) {
    const step = [...stay.before, ...stay.steps].findLast((each) => each.stage.id === start.stage);
    const by = stay.before.at(-1)?.by.map((f) => f.recordedAt) ?? [];
    return step === undefined ? undefined : { moment: step.entered, known: by.reduce(later, known) };
  }
  const fact = milestoneBefore(stay, start.milestone);
  if (fact === undefined) return undefined;
  const earliest = start.notBefore === undefined ? undefined : milestoneBefore(stay, start.notBefore);
  const told = dayTold(fact, start);
  const counted = earliest === undefined ? told : laterOf(told, momentOf(earliest));
  const moment = start.at === 'yearEnd' ? { date: yearEnd(counted.date) } : counted;
  return { moment, known: later(fact.recordedAt, earliest?.recordedAt ?? '') };
}

function milestoneBefore(stay: Stay, milestone: string): (FactOf<'milestone.recorded'> & Fact) | undefined {
  return stay.before
    .flatMap((each) => each.by)
    .findLast(
      (f): f is FactOf<'milestone.recorded'> & Fact =>
        f.type === 'milestone.recorded' && f.body.milestone === milestone,
    );
}

/** The day that a milestone tells of itself, as the date of a contract; else when it legally happened. */
export function dayTold(fact: FactOf<'milestone.recorded'>, { field }: { field?: string }): Moment {
  const told = field === undefined ? undefined : fact.body.data[field];
  return typeof told === 'string' && isLocalDate(told) ? { date: told } : momentOf(fact);
}

/** "Five years from 31 December of the year of payment" (FAQ 02/004/001). */
function yearEnd(date: LocalDate): LocalDate {
  return `${date.slice(0, 4)}-12-31` as LocalDate;
}

/** The later of two instants in ISO form; an empty one is the earliest. */
export function later(a: string, b: string): string {
  return a > b ? a : b;
}
