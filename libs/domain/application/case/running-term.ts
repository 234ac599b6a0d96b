import { readApprovalId } from '#domain/approval/approval-id.js';
import type { TermDefinition } from '#domain/call/definition.js';
import { termRule } from '#domain/call/term-rule.js';
import type { RequirementDefinition } from '#domain/call/requirement.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { type Fact, laterOf, type Moment, momentOf } from '#domain/fact/fact.js';
import { computeTerm, isWithin, type Term } from '#domain/term/term.js';
import { cappedByCall } from './capped-by-call.js';
import { amendmentsOf } from './term-amendments.js';
import {
  later,
  readmissionTo,
  type Start,
  startOf,
  type Stay,
  staysDuring,
  type TermInput,
} from './term-start.js';
import { openAnswers } from './walk.js';

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
  decided?: Decided;
}

interface Decided {
  verdict: 'lapsed' | 'reinstated';
  end: LocalDate;
  /** The fact, where it closes the application too. */
  closes?: string;
}

/** Every term that has started, with its old ends, what met it, and what the engine decided of it. */
export function readTerms(input: TermInput): RunningTerm[] {
  const terms: RunningTerm[] = [];
  // Terms that start from another term are read after it: definitions list them in that order (checked at loading).
  for (const definition of input.definition.terms) {
    for (const stay of staysDuring(input.path, definition)) {
      const again = readmissionTo(definition, stay, input);
      const start = again ?? startOf(definition, stay, input, terms);
      if (start === undefined) continue;
      const amendments = amendmentsOf(definition.id, stay.round, input, again?.known);
      const named = termRule({ ...definition, rule: again?.rule ?? definition.rule });
      // An act about the term itself says when it ends.
      const capped =
        amendments.list.length > 0 ? undefined : cappedByCall(definition, named, start.moment.date, input);
      const { term, knownSince } = capped ?? {
        term: computeTerm(named, start.moment.date, amendments.list),
        knownSince: amendments.knownSince,
      };
      terms.push(judge(definition, stay, start, term, knownSince, input));
    }
  }
  for (const interrupt of input.interrupts) {
    const definition = interrupt.definition.term;
    if (definition === undefined) continue;
    const moment = momentOf(interrupt.opened);
    const amendments = amendmentsOf(definition.id, interrupt.round, input);
    const term = computeTerm(termRule(definition), moment.date, amendments.list);
    const met = interrupt.closed === undefined ? undefined : meetingAt(term, momentOf(interrupt.closed));
    const meets = interrupt.definition.closes[0]?.milestone.id ?? '';
    const base = { ...pick(definition), meets, reminds: true, round: interrupt.round, term, started: moment };
    const knownSince = later(interrupt.opened.recordedAt, amendments.knownSince);
    terms.push(withStatus({ ...base, knownSince }, met, false, input));
  }
  return terms;
}

function judge(
  definition: TermDefinition,
  stay: Stay,
  start: Start,
  term: Term,
  amendedAt: string,
  input: TermInput,
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
    // What several bodies owe is there with the last of them.
    if (requirement === undefined || step.lacks.some((each) => each.requirement === requirement.id)) continue;
    const by = step.by.filter((fact) => answers(fact, requirement));
    if (by.length > 0) return by.map(momentOf).reduce(laterOf);
  }
  return undefined;
}

function answers(fact: Fact, requirement: RequirementDefinition): boolean {
  if (fact.type === 'milestone.recorded') return fact.body.milestone === requirement.id;
  if (fact.type === 'document.filed') return fact.body.requirement === requirement.id;
  return (
    fact.type === 'approval.answered' && readApprovalId(fact.body.approval)?.requirement === requirement.id
  );
}

function meetingAt(term: Term, at: Moment): { at: Moment; inTime: boolean } {
  return { at, inTime: isWithin(term, at.date, at.time) };
}

type Base = Omit<RunningTerm, 'status' | 'met' | 'decided'>;

function withStatus(base: Base, met: RunningTerm['met'], elsewhere: boolean, input: TermInput): RunningTerm {
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
          ...('closes' in decision.body ? { closes: decision.id } : {}),
        }
      : undefined;
  const suspended = input.interrupts.some(
    (each) => each.closed === undefined && each.definition.suspends && each.definition.term?.id !== base.id,
  );
  const status =
    met !== undefined || elsewhere
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
