import { isDeepStrictEqual } from 'node:util';
import { v7 as uuid } from 'uuid';
import { cupOf, type OtherCupUse } from '#domain/application/case/cup-of.js';
import { nextEnd } from '#domain/application/case/case.js';
import { decide } from '#domain/application/decide/decide.js';
import { explain } from '#domain/application/explain/explain.js';
import { isClosedOn } from '#domain/calendar/closures.js';
import { localAt } from '#domain/calendar/local-date.js';
import { glanceOf } from '#domain/desk/glance-of.js';
import { holdersOf } from '#domain/people/assignment.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { superseded } from '#domain/reminder/not-sent.js';
import type { ClockReading } from '../clock.js';
import type { ApplicationRow, DecidedMessage, LoadedCase } from '../ports/case-store.js';
import { type Chained, chainFacts } from './chain-facts.js';
import type { Recorded } from './recorded.js';

/** Every decision that is due, and the case as it reads with them; not yet on record. */
export interface Settled {
  decided: Chained;
  messages: DecidedMessage[];
  /** The application's row as it must be now. */
  application: ApplicationRow;
  answer: Omit<Recorded, 'facts' | 'documents'>;
}

/**
 * Takes every decision that is due and says what the application's row must read.
 * @param loaded the case with the facts just chained, if any.
 * @param named the answer is read by people, and says the applicant's name; what the worker passes on to Temporal has
 *   none.
 */
export function settleCase(
  loaded: LoadedCase,
  cupUses: readonly OtherCupUse[],
  { now, offsetMs }: ClockReading,
  named = false,
): Settled {
  const { application, people } = loaded;
  const decisions = decide({
    application: application.id,
    definition: loaded.definition,
    streams: { call: loaded.callFacts, application: loaded.facts },
    told: loaded.told,
    recipients: (seats, on) => holdersOf(people, seats, on),
    writtenTo: (person, on) => addresseeOf(person, on, loaded.post),
    isClosed: isClosedOn(people.closures),
    cupUses,
    besides: loaded.besides,
    now,
  });
  const decided = chainFacts(
    loaded.stream,
    decisions.facts.map((fact) => ({ fact })),
    now,
  );
  const { theCase, next } = decisions;
  const wait = explain(theCase, decisions);
  const told = explain(theCase, decisions, loaded.applicantName);
  const term = nextEnd(theCase.terms);
  return {
    decided,
    messages: decidedMessages(application.unionId, decisions.messages, now),
    application: {
      ...application,
      stage: theCase.stage.id,
      round: theCase.round,
      ended: theCase.ended,
      overlays: theCase.overlays,
      wait,
      glance: glanceOf(theCase, [...loaded.facts, ...decided.facts], told),
      endOn: term?.term.end ?? null,
      safeEnd: term?.term.safeEnd ?? null,
      cup: cupOf(loaded.facts) ?? null,
      nextMoment: next === undefined ? null : new Date(next.at),
      seq: decided.stream.seq,
      callSeq: loaded.callStream.seq,
    },
    answer: {
      head: decided.stream.head,
      seq: decided.stream.seq,
      stage: theCase.stage.id,
      wait: named ? told : wait,
      findings: theCase.findings,
      ...(next === undefined
        ? {}
        : {
            waitMs: Math.max(0, next.at - now),
            timer: new Date(next.at - offsetMs).toISOString(),
          }),
    },
  };
}

/** Whether the workflow must look again: the stage, the kind of wait or the next moment is another. */
export function mustLook(before: ApplicationRow, after: ApplicationRow): boolean {
  return (
    before.stage !== after.stage ||
    before.round !== after.round ||
    before.wait.kind !== after.wait.kind ||
    before.nextMoment?.getTime() !== after.nextMoment?.getTime()
  );
}

/** Whether a settled case has anything to put on record. */
export function isNews(before: ApplicationRow, { decided, messages, application }: Settled): boolean {
  return decided.rows.length > 0 || messages.length > 0 || isOther(before, application);
}

/** Whether the row reads otherwise than before; most looks of a workflow find nothing to change. */
export function isOther(before: ApplicationRow, after: ApplicationRow): boolean {
  return !isDeepStrictEqual(after, before);
}

function decidedMessages(
  unionId: string,
  messages: ReturnType<typeof decide>['messages'],
  now: number,
): DecidedMessage[] {
  return messages.map(({ superseded: isGone, ...message }) => ({
    ...message,
    id: uuid(),
    unionId,
    decidedAt: new Date(now),
    state: isGone === true ? 'skipped' : 'pending',
    why: isGone === true ? superseded(localAt(now).date) : null,
  }));
}
