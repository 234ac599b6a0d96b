import type { CallDefinition, RequirementDefinition, TermDefinition } from '#domain/call/definition.js';
import { addDays, isLocalDate, type LocalDate } from '#domain/calendar/local-date.js';
import { type Fact, type FactOf, laterOf, type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import { type Amendment, computeTerm, isWithin, type Term } from '#domain/term/term.js';
import { openAnswers, type OpenInterrupt, type PathStep } from './walk.js';

/** A term that has started for one application. */
export interface RunningTerm {
  id: string;
  round: number;
  label: string;
  official: boolean;
  peremptory: boolean;
  reminders: TermDefinition['reminders'];
  onLapse: TermDefinition['onLapse'];
  /** Requirement that meets it. */
  meets: string;
  /** False in stages where people are not reminded of it. */
  reminds: boolean;
  term: Term;
  /** Legal moment from which it runs, and when the engine learned of it (or of its last move). */
  started: Moment;
  knownSince: string;
  /** `met` also covers a term that no longer asks for anything because the case went another way. */
  status: 'running' | 'suspended' | 'met' | 'lapsed';
  met?: { at: Moment; inTime: boolean };
  /** What the engine last decided about it. */
  decided?: { verdict: 'lapsed' | 'reinstated'; end: LocalDate };
}

interface Input {
  definition: CallDefinition;
  callFacts: readonly Fact[];
  facts: readonly Fact[];
  path: readonly PathStep[];
  interrupts: readonly OpenInterrupt[];
  ended: boolean;
  /** When each fact took its place in its stream, as `firstRecorded` says. */
  recorded: Record<'call' | 'application', ReadonlyMap<string, string>>;
}

/** Every term that has started, with its old ends, what met it, and what the engine decided of it. */
export function readTerms(input: Input): RunningTerm[] {
  const terms: RunningTerm[] = [];
  // Terms that start from another term are read after it: definitions list them in that order (checked at loading).
  for (const definition of input.definition.terms) {
    for (const stay of staysDuring(input.path, definition)) {
      const again = readmissionTo(definition, stay, input);
      const start = again ?? startOf(definition, stay, input, terms);
      if (start === undefined) continue;
      const amendments = amendmentsOf(definition.id, stay.round, input, again?.known);
      const rule = again?.rule ?? definition.rule;
      const term = computeTerm({ ...rule, starts: definition.id }, start.moment.date, amendments.list);
      terms.push(judge(definition, stay, start, term, amendments.knownSince, input));
    }
  }
  for (const interrupt of input.interrupts) {
    const definition = interrupt.definition.term;
    if (definition === undefined) continue;
    const moment = momentOf(interrupt.opened);
    const amendments = amendmentsOf(definition.id, interrupt.round, input);
    const term = computeTerm(
      { ...definition.rule, starts: interrupt.definition.id },
      moment.date,
      amendments.list,
    );
    const met = interrupt.closed === undefined ? undefined : meetingAt(term, momentOf(interrupt.closed));
    const meets = interrupt.definition.closes[0]?.milestone.id ?? '';
    const base = { ...pick(definition), meets, reminds: true, round: interrupt.round, term, started: moment };
    const knownSince = later(interrupt.opened.recordedAt, amendments.knownSince);
    terms.push(withStatus({ ...base, knownSince }, met, false, input));
  }
  return terms;
}

/** A run of consecutive steps in which the term applies; entered again, it is a new round. */
interface Stay {
  round: number;
  steps: PathStep[];
  /** False once the path went on to a stage where the term no longer runs. */
  current: boolean;
  before: readonly PathStep[];
}

function staysDuring(path: readonly PathStep[], definition: TermDefinition): Stay[] {
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
function readmissionTo(
  { id, rule }: TermDefinition,
  { steps }: Stay,
  { interrupts }: Input,
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

interface Start {
  moment: Moment;
  known: string;
}

function startOf(
  definition: TermDefinition,
  stay: Stay,
  input: Input,
  earlier: readonly RunningTerm[],
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

/** An act that moves a term, with the moment at which it took its place on record. */
interface Act {
  at: string;
  amendment: Amendment;
}

/** Acts and suspensions in the order in which they were put on record: the fold goes through them in this order. */
function amendmentsOf(
  id: string,
  round: number,
  input: Input,
  /** Acts put on record before this moment moved an earlier round. */
  after = '',
): { list: Amendment[]; knownSince: string } {
  const called = ofType(input.callFacts, 'term.amended').map((fact) => actOf(fact, input.recorded.call));
  const own = ofType(input.facts, 'term.amended')
    .filter((fact) => (fact.body.round ?? 1) === round)
    .map((fact) => actOf(fact, input.recorded.application));
  const acts = [...called, ...own].filter((act) => act.fact.body.term === id && act.at > after);
  const stops = input.interrupts
    .filter(({ definition }) => definition.suspends && definition.term?.id !== id)
    .flatMap((interrupt) => suspensionOf(interrupt, acts, input))
    .filter((act) => act.at > after);
  const list = [...acts, ...stops].toSorted((a, b) => a.at.localeCompare(b.at)).map((act) => act.amendment);
  return { list, knownSince: acts.map((act) => act.fact.recordedAt).reduce(later, '') };
}

function actOf(fact: FactOf<'term.amended'>, recorded: ReadonlyMap<string, string>) {
  const { term: _term, round: _round, ...amendment } = fact.body;
  return { fact, at: recorded.get(fact.id) ?? fact.recordedAt, amendment };
}

/**
 * The clock stands still from the opening to the closing, whose day says how long it did. An end that an act named in
 * the meantime stands, so that only the days after that act still move it.
 */
function suspensionOf(
  { definition, opened, closed }: OpenInterrupt,
  acts: readonly Act[],
  input: Input,
): Act[] {
  const placeOf = (fact: Fact) => input.recorded.application.get(fact.id) ?? fact.recordedAt;
  const since = placeOf(opened);
  const at = placeOf(closed ?? opened);
  const from = acts
    .filter((act) => act.at > since && act.at < at && act.amendment.newEnd !== undefined)
    .map((act) => addDays(act.amendment.actDate, 1))
    .reduce((a, b) => (b > a ? b : a), opened.legalDate);
  if (closed !== undefined && from > opened.legalDate && from > closed.legalDate) return [];
  const suspension: Amendment = {
    kind: 'suspension',
    act: definition.label,
    actDate: opened.legalDate,
    knownOn: opened.legalDate,
    from,
    ...(closed === undefined ? {} : { to: closed.legalDate }),
  };
  return [{ at, amendment: suspension }];
}

function judge(
  definition: TermDefinition,
  stay: Stay,
  start: Start,
  term: Term,
  amendedAt: string,
  input: Input,
): RunningTerm {
  const at = metAt(definition, stay, input.facts);
  const base = {
    ...pick(definition),
    meets: definition.meets,
    reminds: definition.remindsDuring?.includes(stay.steps.at(-1)?.stage.id ?? '') ?? true,
    round: stay.round,
    term,
    started: start.moment,
    knownSince: later(start.known, amendedAt),
  };
  const elsewhere = !stay.current && at === undefined;
  return withStatus(base, at === undefined ? undefined : meetingAt(term, at), elsewhere, input);
}

/** When the requirement that meets the term was satisfied within this stay, by legal time. */
function metAt(definition: TermDefinition, stay: Stay, facts: readonly Fact[]): Moment | undefined {
  if (definition.meets === 'all') {
    const last = stay.steps.at(-1);
    return last?.left?.at;
  }
  // Who says "let us talk" is not silent, whatever is decided later.
  const spoken = stay.steps.flatMap((step) => openAnswers(step, facts))[0];
  if (definition.onLapse === 'silence' && spoken?.body.milestone === definition.meets)
    return momentOf(spoken);
  for (const step of stay.steps) {
    const requirement = step.stage.requirements.find((each) => each.id === definition.meets);
    if (requirement === undefined) continue;
    const by = step.by.filter((fact) => answers(fact, requirement));
    if (by.length > 0) return by.map(momentOf).reduce(laterOf);
  }
  return undefined;
}

function answers(fact: Fact, requirement: RequirementDefinition): boolean {
  if (fact.type === 'milestone.recorded') return fact.body.milestone === requirement.id;
  if (fact.type === 'document.filed') return fact.body.requirement === requirement.id;
  return fact.type === 'approval.answered' && fact.body.approval.startsWith(`${requirement.id}/`);
}

function meetingAt(term: Term, at: Moment): { at: Moment; inTime: boolean } {
  return { at, inTime: isWithin(term, at.date, at.time) };
}

type Base = Omit<RunningTerm, 'status' | 'met' | 'decided'>;

function withStatus(base: Base, met: RunningTerm['met'], elsewhere: boolean, input: Input): RunningTerm {
  const decision = input.facts.findLast(
    (f) =>
      (f.type === 'term.lapsed' || f.type === 'term.reinstated' || f.type === 'silence.recorded') &&
      f.body.term === base.id &&
      f.body.round === base.round,
  );
  const decided =
    decision !== undefined && 'end' in decision.body
      ? {
          verdict: decision.type === 'term.reinstated' ? ('reinstated' as const) : ('lapsed' as const),
          end: decision.body.end,
        }
      : undefined;
  const suspended = input.interrupts.some(
    (each) => each.closed === undefined && each.definition.suspends && each.definition.term?.id !== base.id,
  );
  const status =
    met !== undefined || elsewhere || input.ended
      ? 'met'
      : decided?.verdict === 'lapsed' && decided.end === base.term.end
        ? 'lapsed'
        : suspended
          ? 'suspended'
          : 'running';
  return { ...base, status, ...(met ? { met } : {}), ...(decided ? { decided } : {}) };
}

function pick(definition: Omit<TermDefinition, 'start' | 'during' | 'meets'>) {
  const { id, label, official, peremptory, reminders, onLapse } = definition;
  return { id, label, official, peremptory, reminders, onLapse };
}

/** "Five years from 31 December of the year of payment" (FAQ 02/004/001). */
function yearEnd(date: LocalDate): LocalDate {
  return `${date.slice(0, 4)}-12-31` as LocalDate;
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}
