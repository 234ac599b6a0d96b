import type { Case } from '#domain/application/case/case.js';
import type { RunningTerm } from '#domain/application/case/running-term.js';
import type { Fact, NewFact } from '#domain/fact/fact.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { SimulatedMessage } from './memory-post.js';

/** One line of a simulated (or real) life of an application. */
export interface TimelineEvent {
  /** Date and hour in Rome, `2024-07-29T08:00:00`. A message stands at the hour of its e-mail. */
  at: string;
  kind: 'fact' | 'decision' | 'message' | 'stage' | 'end of term';
  /** Stable name without dates of ours, persons and ids: two timelines are compared by it. */
  code: string;
  /** One sentence, English unless the simulation was given other words. */
  words: string;
  /** Messages only. `skipped`: decided, but no longer true when its hour came, or one of several missed ones. */
  state?: 'pending' | 'sent' | 'skipped';
}

/** How a simulation tells what happens, one sentence each. */
export interface EventWords {
  fact: (fact: NewFact) => string;
  message: (message: MessageDecision) => string;
  /** A stage entered, by its label. */
  stage: (label: string) => string;
  end: (term: RunningTerm) => string;
}

/** A life told in order, as far as it was told. */
export interface Timeline {
  events: TimelineEvent[];
  /** `ended`: the case is over. `waits`: only a fact that nobody assumed can move it. `limit`: told no further. */
  stopped: 'ended' | 'waits' | 'limit';
  theCase: Case;
  /** Everything on record at the end, decisions too. */
  facts: readonly Fact[];
  /** Every message that was decided, also those that were dropped. */
  decided: readonly SimulatedMessage[];
}

/** What is different: moved when both moments are there, new without `from`, gone without `to`. */
export interface Change {
  kind: TimelineEvent['kind'];
  code: string;
  words: string;
  from?: string;
  to?: string;
}

/**
 * What moves between two timelines of one application. The n-th event of a code is compared with the n-th of the same
 * code; messages that are never sent do not count, for nobody would notice.
 *
 * @returns changes in the order in which they happen, by their new moment where there is one.
 */
export function difference(before: Timeline, after: Timeline): Change[] {
  const old = numbered(before.events);
  const now = numbered(after.events);
  const changes: Change[] = [];
  for (const [name, event] of now) {
    const was = old.get(name);
    const { kind, code, words, at } = event;
    if (was === undefined) changes.push({ kind, code, words, to: at });
    else if (was.at !== at) changes.push({ kind, code, words, from: was.at, to: at });
  }
  for (const [name, { kind, code, words, at }] of old) {
    if (!now.has(name)) changes.push({ kind, code, words, from: at });
  }
  return changes.toSorted((a, b) => momentOfChange(a).localeCompare(momentOfChange(b)));
}

function momentOfChange(change: Change): string {
  return change.to ?? change.from ?? '';
}

function numbered(events: readonly TimelineEvent[]): Map<string, TimelineEvent> {
  const counts = new Map<string, number>();
  const named = new Map<string, TimelineEvent>();
  for (const event of events) {
    if (event.state !== undefined && event.state !== 'sent') continue;
    const name = `${event.kind} ${event.code}`;
    const n = (counts.get(name) ?? 0) + 1;
    counts.set(name, n);
    named.set(`${name} ${n}`, event);
  }
  return named;
}
