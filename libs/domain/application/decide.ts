import type { CallDefinition } from '#domain/call/definition.js';
import { isWorkingDay, nextWorkingDay } from '#domain/calendar/working-day.js';
import { epochMs, instantAt, isoInstant, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { Role } from '#domain/people/role.js';
import { type Case, readCase, type Streams } from './case.js';
import { eventMessages } from './event-messages.js';
import { reminderMessages } from './reminder-messages.js';
import { roundMessages } from './round-messages.js';
import type { RunningTerm } from './running-term.js';
import { movedTermMessages } from './moved-term-messages.js';

/** A lapse is decided this long after the end, on all facts committed by then. */
export const LAPSE_GRACE_MS = 60_000;
/** Messages are decided this long before they go, so that one digest holds all of a morning. */
export const DECISION_LEAD_MS = 60 * 60_000;

/** A message that was already decided, and what became of it. */
export interface ToldMessage {
  key: string;
  kind: MessageDecision['kind'];
  person: string;
  term?: { id: string; round: number; end: LocalDate };
  state: 'pending' | 'sent' | 'skipped' | 'failed';
  deliverAt: string;
}

export interface DecideInput {
  application: string;
  definition: CallDefinition;
  streams: Streams;
  told: readonly ToldMessage[];
  /** Persons who hold one of these roles for the applicant on that day, with substitutes; the union's for its own roles. */
  recipients: (roles: readonly Role[], on: LocalDate) => string[];
  /** The applicant's offices are closed that day (patron day, closed weeks). */
  isClosed: (date: LocalDate) => boolean;
  /** Milliseconds since the epoch. */
  now: number;
}

export interface Decisions {
  facts: NewFact[];
  messages: (MessageDecision & { superseded?: true })[];
  /** Milliseconds since the epoch of the next moment at which something is decided; absent when only facts move it. */
  next?: { at: number; what: NextWhat };
  theCase: Case;
}

export type NextWhat = {
  kind: 'end' | 'reminder' | 'round' | 'question';
  term?: string;
  step?: string;
  on: LocalDate;
};

export interface Planned {
  at: number;
  what: NextWhat;
}

/** What is due at `now`, given everything on record: decided once, since every result is itself on record. */
export function decide(input: DecideInput): Decisions {
  const { facts, theCase } = dueFacts(input);
  const planned: Planned[] = theCase.terms
    .filter((term) => term.status === 'running' && term.onLapse !== 'internal')
    .map((term) => ({
      at: epochMs(term.term.instant) + LAPSE_GRACE_MS,
      what: { kind: 'end', term: term.id, on: term.term.end },
    }));
  const fromEvents = eventMessages(theCase, input, facts);
  const parts = [
    reminderMessages(theCase, input),
    movedTermMessages(theCase, input),
    roundMessages(theCase, input),
  ];
  const known = new Set(input.told.map((message) => message.key));
  const messages = [...fromEvents, ...parts.flatMap((part) => part.messages)].filter(
    (message, index, all) =>
      !known.has(message.key) && all.findIndex((other) => other.key === message.key) === index,
  );
  planned.push(...parts.flatMap((part) => part.planned));
  const next = planned.filter((each) => each.at > input.now).toSorted((a, b) => a.at - b.at)[0];
  return { facts, messages, theCase, ...(next === undefined ? {} : { next }) };
}

/** A case that a decision moves on may be due for another at once: a worker that slept over two terms finds both. */
const MOST_ROUNDS = 50;

/** Verdicts due at `now`, and the case as it reads once they are on record. */
function dueFacts(input: DecideInput): { facts: NewFact[]; theCase: Case } {
  const { call, application } = input.streams;
  const facts: NewFact[] = [];
  for (let round = 0; ; round += 1) {
    const decided = facts.map((fact, n) => asRecorded(fact, n, input.now));
    const theCase = readCase(input.definition, { call, application: [...application, ...decided] });
    const due = theCase.terms.flatMap((term) => dueVerdict(term, input.now) ?? []);
    if (due.length === 0 || round === MOST_ROUNDS) return { facts, theCase };
    facts.push(...due);
  }
}

/** Lapse, silence or reinstatement, when one is due and is not already the last thing decided. */
function dueVerdict(term: RunningTerm, now: number): NewFact | undefined {
  const limit = epochMs(term.term.instant) + LAPSE_GRACE_MS;
  const at = localAt(now);
  const body = { term: term.id, round: term.round, end: term.term.end };
  const base = {
    legalDate: at.date,
    legalTime: at.time,
    legalSource: 'received' as const,
    channel: 'engine' as const,
  };
  if (term.decided?.verdict === 'lapsed') {
    if (term.met?.inTime === true) {
      return { ...base, type: 'term.reinstated', body: { ...body, because: 'actInTime' } };
    }
    if (term.decided.end !== term.term.end && now < limit) {
      return { ...base, type: 'term.reinstated', body: { ...body, because: 'termMoved' } };
    }
  }
  if (now < limit || term.onLapse === 'internal') return undefined;
  if (term.onLapse === 'elapses') {
    if (term.status !== 'running') return undefined;
    // It happened when the time was over, not when a worker got to it.
    const when = { legalDate: term.term.end, legalTime: `${term.term.cutOff}:00` };
    return { ...base, ...when, type: 'milestone.recorded', body: { milestone: term.meets, data: {} } };
  }
  const unmet =
    term.status === 'running' || (term.met?.inTime === false && term.decided?.end !== term.term.end);
  if (!unmet) return undefined;
  return term.onLapse === 'silence'
    ? { ...base, type: 'silence.recorded', body }
    : { ...base, type: 'term.lapsed', body };
}

/** A decision as it will read once recorded, so that the rest of the same decision already counts it. */
function asRecorded(fact: NewFact, n: number, now: number): Fact {
  return { ...fact, id: `due-${n}`, seq: Number.MAX_SAFE_INTEGER, recordedAt: isoInstant(now) } as Fact;
}

/** The next morning's slot of the office's digest. */
export function officeSlot(now: number): string {
  return nextSlot(now, '07:45');
}

/** The next morning's slot of everybody else's digest. */
export function morningSlot(now: number): string {
  return nextSlot(now, '08:00');
}

function nextSlot(now: number, time: string): string {
  const at = localAt(now);
  const today = isWorkingDay(at.date) && at.time < `${time}:00`;
  return instantAt(today ? at.date : nextWorkingDay(at.date), time);
}
