import type { FutureChange, FutureEvent, PlannedMessage } from '#contracts/preview.js';
import type { Streams } from '#domain/application/case/case.js';
import { addresseeOf } from '#domain/post/addressee.js';
import type { Assumption } from '#domain/simulation/assumption.js';
import { italianWords } from '#domain/simulation/italian-words.js';
import { type ScriptedFact, simulating } from '#domain/simulation/simulate.js';
import type { Change, Timeline, TimelineEvent } from '#domain/simulation/timeline.js';
import { namesFor } from '../application/page/history-lines.js';
import { recipientsOf } from './case-input.js';
import type { CaseFile } from '../ports/case-files.js';
import { previews } from '../unhurried.js';

/**
 * How a case goes on from `now` until `until`, both in epoch milliseconds, told in Italian.
 * @param cupUses who else carries the CUP that the streams say.
 */
export function futureOf(
  file: CaseFile,
  streams: Streams,
  assume: Assumption,
  now: number,
  until: number,
  script: readonly ScriptedFact[] = [],
  cupUses = file.cupUses,
): Promise<Timeline> {
  const waiting = new Set(file.pending.map((each) => each.key));
  const ahead = simulating({
    definition: file.definition,
    streams,
    from: now,
    until,
    // What is in a mail that was begun neither waits nor is decided again.
    told: file.told.filter((each) => !waiting.has(each.key)),
    waiting: file.pending,
    // What is on record already wakes nobody; what is only thought of is looked at as soon as it happens.
    ...(streams === file.streams && file.looksAt !== undefined ? { looksAt: file.looksAt } : {}),
    used: file.post.used,
    cupUses,
    application: file.id,
    isClosed: file.isClosed,
    people: {
      holding: recipientsOf(file),
      addressee: (person, on) => addresseeOf(person, on, file.post),
    },
    script,
    meanwhile: true,
    assume,
    words: italianWords(file.definition, namesFor(file)),
  });
  return previews.run(ahead);
}

/** Events that somebody would notice, from now on. */
export function eventsAhead({ events }: Timeline, now: string): FutureEvent[] {
  return events
    .filter(({ at, state }) => at >= now && (state === undefined || state === 'sent' || state === 'pending'))
    .map(({ at, kind, words }) => ({ ...moment(at), kind: kindOf(kind), sentence: words }));
}

export function changeLine({ kind, words, from, to }: Change): FutureChange {
  return {
    kind: kindOf(kind),
    sentence: words,
    ...(from === undefined ? {} : { from: moment(from) }),
    ...(to === undefined ? {} : { to: moment(to) }),
  };
}

/** The e-mails among changes, by what becomes of them. */
export function messageChanges(changes: readonly Change[]): {
  cancelled: PlannedMessage[];
  moved: PlannedMessage[];
  planned: PlannedMessage[];
} {
  const mails = changes.filter((each) => each.kind === 'message');
  const line = ({ words, from, to }: Change): PlannedMessage => ({
    sentence: words,
    ...moment(to ?? from ?? ''),
    ...(from === undefined || to === undefined ? {} : { was: moment(from) }),
  });
  return {
    cancelled: mails.filter((each) => each.to === undefined).map(line),
    moved: mails.filter((each) => each.from !== undefined && each.to !== undefined).map(line),
    planned: mails.filter((each) => each.from === undefined).map(line),
  };
}

function moment(at: string): { on: string; at: string } {
  return { on: at.slice(0, 10), at: at.slice(11, 16) };
}

function kindOf(kind: TimelineEvent['kind']): FutureEvent['kind'] {
  return kind === 'end of term' ? 'end' : kind;
}
