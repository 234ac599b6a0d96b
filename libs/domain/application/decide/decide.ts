import { epochMs, isoInstant, localAt } from '#domain/calendar/local-date.js';
import { brakeUntil } from '#domain/call/brake.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import { type Case, readCase } from '../case/case.js';
import { type DecideInput, type Decisions, LAPSE_GRACE_MS, type Planned } from './decision.js';
import { callMessages } from './call-messages.js';
import { comingOf } from './coming.js';
import { approvalMessages } from './approval-messages.js';
import { eventMessages } from './event-messages.js';
import { findingFacts } from './finding-facts.js';
import { movedTermMessages } from './moved-term-messages.js';
import { reminderMessages } from './reminder-messages.js';
import { roundMessages } from './round-messages.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { RunningTerm } from '../case/running-term.js';

export type { DecideInput, Decisions, LiveBeside, NextWhat, ToldMessage } from './decision.js';

/** What is due at `now`, given everything on record: decided once, since every result is itself on record. */
export function decide(input: DecideInput): Decisions {
  const { facts, theCase } = dueFacts(input);
  const planned: Planned[] = theCase.terms
    .filter((term) => term.status === 'running' && term.onLapse !== 'internal')
    .map((term) => ({
      at: epochMs(term.term.instant) + LAPSE_GRACE_MS,
      what: { kind: 'end', term: term.id, on: term.term.end, time: term.term.cutOff },
    }));
  const fromCall = callMessages(theCase, input);
  const fromEvents = [...eventMessages(theCase, input, facts), ...fromCall];
  const known = new Set(input.told.map((message) => message.key));
  const waiting = (news: readonly MessageDecision[]) =>
    news.filter((each) => !known.has(each.key)).map((each) => ({ ...each, state: 'pending' as const }));
  // Whoever must send again reads the new date with it.
  const moved = movedTermMessages(theCase, { ...input, told: [...input.told, ...waiting(fromCall)] });
  // Who is told of a moved term now needs no reminder of it at the same time.
  const told = [...input.told, ...waiting(fromCall), ...waiting(moved.messages)];
  const parts = [
    moved,
    reminderMessages(theCase, { ...input, told }),
    approvalMessages(theCase, input),
    roundMessages(theCase, input),
  ];
  const messages = [...fromEvents, ...parts.flatMap((part) => part.messages)].filter(
    (message, index, all) =>
      !known.has(message.key) && all.findIndex((other) => other.key === message.key) === index,
  );
  const brake = brakeUntil(input.streams.call);
  const held =
    brake === undefined || brake <= input.now
      ? messages
      : messages.map((each) => ({ ...each, deliverAt: notBefore(each.deliverAt, brake) }));
  planned.push(...parts.flatMap((part) => part.planned));
  const next = nextOf(planned, input.now);
  const coming = () => comingOf(planned, input.now);
  return { facts, messages: held, theCase, coming, ...(next === undefined ? {} : { next }) };
}

/** While the brake of a launch holds nothing leaves. */
function notBefore(deliverAt: string, brake: number): string {
  return epochMs(deliverAt) < brake ? isoInstant(brake) : deliverAt;
}

/** The next moment at which something is decided. */
function nextOf(planned: readonly Planned[], now: number): Decisions['next'] {
  const [next] = planned.filter((each) => each.at > now).toSorted((a, b) => a.at - b.at);
  return next === undefined ? undefined : { at: next.at, what: next.what };
}

/** A case that a decision moves on may be due for another at once: a worker that slept over two terms finds both. */
const MOST_ROUNDS = 50;

/** Verdicts due at `now`, and the case as it reads once they are on record. */
function dueFacts(input: DecideInput): { facts: NewFact[]; theCase: Case } {
  const { call, application } = input.streams;
  const facts: NewFact[] = [];
  for (let round = 0; ; round += 1) {
    const decided = facts.map((fact, n) => asRecorded(fact, n, input.now));
    const all = [...application, ...decided];
    const theCase = readCase(input.definition, { call, application: all });
    const found = findingFacts(theCase, input, all);
    // What holds an act comes before what the act would have met.
    const due =
      found.length > 0 ? found : theCase.terms.flatMap((term) => dueVerdict(term, theCase, input.now) ?? []);
    if (due.length === 0 || round === MOST_ROUNDS) return { facts, theCase };
    facts.push(...due);
  }
}

/** Lapse, silence or reinstatement, when one is due and is not already the last thing decided. */
function dueVerdict(term: RunningTerm, { answerBy }: Case, now: number): NewFact | undefined {
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
  const closes = term === answerBy;
  // A lapse of an earlier release says nothing of the application yet.
  const stays = closes && term.status === 'lapsed';
  const unmet =
    term.status === 'running' || (term.met?.inTime === false && term.decided?.end !== term.term.end);
  if (!unmet && !stays) return undefined;
  if (term.onLapse === 'silence') return { ...base, type: 'silence.recorded', body };
  return { ...base, type: 'term.lapsed', body: closes ? { ...body, closes: 'neverAnswered' } : body };
}

/** A decision as it will read once recorded, so that the rest of the same decision already counts it. */
function asRecorded(fact: NewFact, n: number, now: number): Fact {
  return { ...fact, id: `due-${n}`, seq: Number.MAX_SAFE_INTEGER, recordedAt: isoInstant(now) } as Fact;
}
