import { epochMs, instantAt, isoInstant, localAt } from '#domain/calendar/local-date.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import { type ReminderStep, reminderSchedule } from '#domain/reminder/schedule.js';
import type { Case } from './case.js';
import { DECISION_LEAD_MS, type DecideInput, type Decisions, type Planned } from './decide.js';
import type { RunningTerm } from './running-term.js';

/**
 * Reminders of every running term. A step is decided an hour before it goes; of several steps that were missed only
 * the latest goes to a person, the others are kept as superseded.
 */
export function reminderMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const messages: Decisions['messages'] = [];
  const planned: Planned[] = [];
  const known = new Set(input.told.map((message) => message.key));
  for (const term of theCase.terms.filter((each) => each.status === 'running' && each.reminds)) {
    const steps = stepsOf(term, input).map((step) => ({
      step,
      at: epochMs(instantAt(step.at.date, step.at.time)),
    }));
    const due = new Map<string, { step: ReminderStep; at: number }[]>();
    for (const each of steps) {
      if (each.at - DECISION_LEAD_MS > input.now) {
        planned.push(plan(term, each.step, each.at - DECISION_LEAD_MS));
        continue;
      }
      for (const person of input.recipients(each.step.to, localAt(input.now).date)) {
        const paused = pausedUntil(input, person);
        if (paused !== undefined && each.at < paused) {
          planned.push(plan(term, each.step, paused));
          if (input.now < paused) continue;
        }
        if (known.has(keyOf(term, each.step, person, input))) continue;
        due.set(person, [...(due.get(person) ?? []), each]);
      }
    }
    for (const [person, missed] of due) {
      const last = missed.at(-1);
      for (const each of missed) {
        const message = messageOf(term, each.step, person, Math.max(each.at, input.now), input);
        messages.push(each === last ? message : { ...message, superseded: true });
      }
    }
  }
  return { messages, planned };
}

function stepsOf(term: RunningTerm, input: DecideInput): ReminderStep[] {
  const known = localAt(epochMs(term.knownSince));
  return reminderSchedule(term.reminders, {
    start: term.started,
    safeEnd: term.term.safeEnd,
    end: term.term.end,
    knownSince: { date: known.date, time: known.time },
    isClosed: input.isClosed,
  });
}

function plan(term: RunningTerm, step: ReminderStep, at: number): Planned {
  return { at, what: { kind: 'reminder', term: term.id, step: step.step, on: step.at.date } };
}

function keyOf(term: RunningTerm, step: ReminderStep, person: string, input: DecideInput): string {
  return `${input.application}/${term.id}#${term.round}/${term.term.end}/${step.step}/${step.kind}/${person}`;
}

function messageOf(
  term: RunningTerm,
  step: ReminderStep,
  person: string,
  at: number,
  input: DecideInput,
): MessageDecision {
  return {
    key: keyOf(term, step, person, input),
    kind: step.kind,
    person,
    application: input.application,
    deliverAt: isoInstant(at),
    digest: true,
    term: {
      id: term.id,
      round: term.round,
      end: term.term.end,
      safeEnd: term.term.safeEnd,
      peremptory: term.peremptory,
    },
    step: step.step,
    tone: step.tone,
    params: {},
  };
}

/** "Ha promesso per lunedì" pauses a person's reminders until 13:00 of that day. */
function pausedUntil(input: DecideInput, person: string): number | undefined {
  const promise = ofType(effectiveFacts(input.streams.application), 'promise.made').findLast(
    (fact) => fact.body.person === person,
  );
  return promise === undefined ? undefined : epochMs(instantAt(promise.body.until, '13:00'));
}
