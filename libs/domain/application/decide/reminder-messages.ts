import { roundName } from '#domain/term/round-name.js';
import { messageKey } from '#domain/reminder/message-key.js';
import { epochMs, instantAt, isoInstant, type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { type AskedOf, isOfSame, onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import type { Role } from '#domain/people/role.js';
import { rolesOf, seatsIn } from '#domain/people/seat.js';
import { atOnce } from '#domain/reminder/hours.js';
import type { MessageContent, MessageDecision } from '#domain/reminder/message.js';
import type { Announced, Announcement, Pressing } from '#domain/reminder/message-kinds.js';
import { isAskedAgain } from '#domain/reminder/policy.js';
import { reminderSchedule } from '#domain/reminder/schedule.js';
import type { ReminderStep } from '#domain/reminder/reminder-step.js';
import { type Case, dateValue } from '../case/case.js';
import { missingFor, owedBy } from '../case/worked-on.js';
import {
  DECISION_LEAD_MS,
  type DecideInput,
  type Decisions,
  type Planned,
  type ToldMessage,
} from './decision.js';
import { goesTo, whatOf } from './coming-up.js';
import { datesIn } from './moved-term-messages.js';
import type { ReminderPlan } from './reminder-plan.js';
import { toldTerm } from './told-term.js';
import { isHeld, isUnlooked, unlookedSteps } from './unlooked.js';
import type { RunningTerm } from '../case/running-term.js';

/** Reminders of every running term. */
export function reminderMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const plans = theCase.terms
    .filter((each) => each.status === 'running' && each.reminds && !isHalted(each, theCase))
    .flatMap((term) => owing(term, theCase).flatMap((of) => plansOf(term, of, theCase, input)));
  return messagesOf(plans, input);
}

/** While the call has no money nobody is asked to work for its end: first the office and the comune decide. */
export function isHalted({ id }: { id: string }, { fundsExhausted, interrupts }: Case): boolean {
  return fundsExhausted?.halts === true && !interrupts.some((each) => each.definition.term?.id === id);
}

/**
 * What is due of these plans, and what comes next. A step is decided an hour before it goes; of several steps of one
 * thing that were missed only the latest goes to a person, the others are kept as superseded.
 */
export function messagesOf(
  plans: readonly ReminderPlan[],
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const messages: Decisions['messages'] = [];
  const planned: Planned[] = [];
  const known = new Map(input.told.map((message) => [message.key, message]));
  for (const plan of plans) {
    const promised = promisesOf(plan, input);
    const due = new Map<string, { step: ReminderStep; at: number }[]>();
    // Of each person's steps ahead only the next matters.
    const planFor = new Set<string>();
    for (const step of plan.steps) {
      const at = epochMs(instantAt(step.at.date, step.at.time));
      const people = input.recipients(seatsIn(plan.body, step.to), localAt(input.now).date);
      // Nobody holds the role yet: the engine looks all the same, for who is named meanwhile.
      if (people.length === 0 && at - DECISION_LEAD_MS > input.now) {
        planned.push({ at: at - DECISION_LEAD_MS, what: whatOf(plan, step, step.at, []) });
      }
      for (const person of people) {
        if (plan.isFor?.(person) === false || planFor.has(person)) continue;
        if (step.at.date < (plan.notBefore?.get(person) ?? '')) continue;
        const paused = pausedUntil(promised.get(person), plan.term);
        const decided = paused !== undefined && at < paused ? paused : at - DECISION_LEAD_MS;
        if (decided > input.now) {
          planned.push(planOf(plan, step, person, at, input, decided));
          planFor.add(person);
          continue;
        }
        const before = known.get(keyOf(plan, step, person, input));
        if (before === undefined) due.set(person, [...(due.get(person) ?? []), { step, at }]);
        else if (before.state === 'pending')
          planned.push(planOf(plan, step, person, epochMs(before.deliverAt), input));
      }
    }
    for (const [person, missed] of due) {
      const last = missed.at(-1);
      for (const each of missed) {
        const message = messageOf(plan, each.step, person, each.at, input);
        messages.push(each === last ? message : { ...message, superseded: true });
        if (each === last) planned.push(planOf(plan, each.step, person, each.at, input));
      }
    }
  }
  return { messages, planned };
}

/**
 * Who is reminded of a term: whoever owes the very thing that meets it; before that is asked, the applicant, whose term it
 * is, and whoever owes something on the way.
 */
export function owing(term: RunningTerm, theCase: Case): AskedOf[] {
  const owed = missingFor(theCase, term).filter(
    ({ of, status }) => of === undefined || status !== 'inReview',
  );
  const meeting = owed.filter(({ requirement }) => term.meets === 'all' || requirement.id === term.meets);
  const bodies: AskedOf[] = meeting.length > 0 ? meeting : [{}, ...owed];
  return bodies.filter((each, n) => bodies.findIndex((other) => isOfSame(other, each)) === n).map(onlyOf);
}

/**
 * One plan for each day on which people were last told of the term by another e-mail: whoever has just read of a new
 * date is not told it again, while a person who hears of the term for the first time is.
 */
export function plansOf(term: RunningTerm, of: AskedOf, theCase: Case, input: DecideInput): ReminderPlan[] {
  const lastTold = lastToldOf(term, input.told);
  const days = new Set<LocalDate | undefined>([undefined, ...lastTold.values()]);
  const otherwise = lastToldOtherwise(term, input.told);
  const unlooked = of.of === undefined && isUnlooked(term, theCase);
  const held = unlooked && isHeld(term, theCase);
  const laid = (steps: ReminderStep[]) => (unlooked ? unlookedSteps(steps, term, held) : steps);
  return [...days].map((day) => ({
    ...of,
    ...(unlooked ? { unlooked } : {}),
    body: of.of ?? theCase.application.applicant,
    steps: laid(stepsOf(term, of, theCase, input, day)).filter((step) => !isAnswered(step, term, of, input)),
    notBefore: otherwise,
    name: `${roundName(term.id, term.round)}/${datesIn(term.term)}`,
    term,
    isFor: (person) => lastTold.get(person) === day,
  }));
}

/**
 * By person: the latest day on which they were told other dates of this very term. A new reading of a rule moves dates
 * without any fact: what they would have asked for before that day is not caught up, the correction says them.
 */
function lastToldOtherwise(term: RunningTerm, told: readonly ToldMessage[]): Map<string, LocalDate> {
  const days = new Map<string, LocalDate>();
  for (const { state, person, deliverAt, term: about } of told) {
    const same = state === 'sent' && about?.id === term.id && about.round === term.round;
    if (!same || datesIn(about) === datesIn(term.term)) continue;
    const day = localAt(epochMs(deliverAt)).date;
    if (day > (days.get(person) ?? '')) days.set(person, day);
  }
  return days;
}

/** By person: the day of the latest e-mail that told the end as it stands, outside of the reminders. */
function lastToldOf(term: RunningTerm, told: readonly ToldMessage[]): Map<string, LocalDate> {
  const days = new Map<string, LocalDate>();
  for (const message of told) {
    const same =
      message.term?.id === term.id &&
      message.term.round === term.round &&
      datesIn(message.term) === datesIn(term.term);
    const moved = ['termMoved', 'dateCorrected', 'callNews'].includes(message.kind);
    if (!same || !moved || message.state === 'skipped') continue;
    const day = localAt(epochMs(message.deliverAt)).date;
    const before = days.get(message.person);
    if (before === undefined || day > before) days.set(message.person, day);
  }
  return days;
}

function stepsOf(
  term: RunningTerm,
  of: AskedOf,
  theCase: Case,
  input: DecideInput,
  lastTold: LocalDate | undefined,
): ReminderStep[] {
  const known = localAt(epochMs(term.knownSince));
  const contractEnds = dateValue(theCase, 'contractEnds');
  return reminderSchedule(term.reminders, {
    start: term.started,
    safeEnd: term.term.safeEnd,
    end: term.term.end,
    cutOff: term.term.cutOff,
    knownSince: { date: known.date, time: known.time },
    isClosed: input.isClosed,
    asked: rolesAsked(term, of, theCase),
    ...(lastTold === undefined ? {} : { lastTold }),
    ...(contractEnds !== undefined && contractEnds < term.term.end ? { contractEnds } : {}),
  });
}

/** Who must act: those of the interrupt that the term belongs to, of the very thing that meets it, or of the stage. */
function rolesAsked(term: RunningTerm, of: AskedOf, theCase: Case): Role[] {
  if (of.of !== undefined) {
    return rolesOf(
      owedBy(theCase, of, term).flatMap(({ upTo }) => upTo.filter(({ body }) => body === of.of)),
    );
  }
  const interrupt = theCase.open.findLast((each) => each.definition.term?.id === term.id);
  if (interrupt !== undefined) return interrupt.definition.actors;
  const own =
    theCase.missing.find((each) => each.of === undefined && each.requirement.id === term.meets)?.upTo ?? [];
  if (term.reminders === 'E' && own.length > 0) return rolesOf(own);
  return theCase.stage.actors;
}

/** The yearly question on maintenance is not repeated to a comune that has answered it. */
function isAnswered(step: ReminderStep, term: RunningTerm, of: AskedOf, input: DecideInput): boolean {
  if (!isAskedAgain(term.reminders, step.step)) return false;
  return ofType(effectiveFacts(input.streams.application), 'reminder.answered').some(
    (fact) =>
      isOfSame(fact.body, of) &&
      fact.body.answer === 'done' &&
      fact.legalDate <= step.at.date &&
      epochMs(instantAt(step.at.date, '08:00')) - epochMs(instantAt(fact.legalDate, '08:00')) <
        30 * 86_400_000,
  );
}

/** A step of a person's plan; it is decided at that moment, or is decided already. */
function planOf(
  plan: ReminderPlan,
  step: ReminderStep,
  person: string,
  at: number,
  input: DecideInput,
  decidedAt?: number,
): Planned {
  const now = decidedAt ?? input.now;
  const told = () => {
    const goes = goesTo(plan, step, messageOf(plan, step, person, at, { ...input, now }), { ...input, now });
    return goes === undefined || decidedAt !== undefined ? goes : { ...goes, decided: true as const };
  };
  return { at: now, what: whatOf(plan, step, step.at, step.to), told };
}

function keyOf(plan: ReminderPlan, step: ReminderStep, person: string, input: DecideInput): string {
  return messageKey({ ...input, person, ...onlyOf(plan) }, `${plan.name}/${step.step}/${step.kind}`);
}

function messageOf(
  plan: ReminderPlan,
  step: ReminderStep,
  person: string,
  at: number,
  input: DecideInput,
): MessageDecision {
  const { term } = plan;
  const immediate = step.immediate === true || isTurnThatPresses(plan, step);
  return {
    key: keyOf(plan, step, person, input),
    ...contentOf(plan, step, input),
    person,
    application: input.application,
    deliverAt: isoInstant(immediate ? allowedNow(step, at, term, input) : Math.max(at, input.now)),
    digest: !immediate,
    ...(term === undefined ? {} : { term: toldTerm(term) }),
    step: step.step,
    tone: step.tone,
  };
}

function contentOf(plan: ReminderPlan, step: ReminderStep, input: DecideInput): MessageContent {
  const { turn = {} } = plan;
  const of = onlyOf(plan);
  switch (step.kind) {
    case 'invitation':
      return { kind: step.kind, body: { ...of, ...announcesOf(step) } };
    case 'reminder':
      return {
        kind: step.kind,
        body: { ...of, ...announcesOf(step), ...(plan.unlooked === true ? { unlooked: true } : {}) },
      };
    case 'escalation':
      return { kind: step.kind, body: { ...of, ...turn, ...announcedBefore(plan, step, input) } };
    case 'officeCall':
      return { kind: step.kind, body: { why: 'unanswered', ...of, ...turn } };
    case 'approvalAsked':
      if (plan.turn === undefined) throw new Error('a go-ahead is asked of a role');
      return {
        kind: step.kind,
        body: {
          ...plan.turn,
          ...announcesOf(step),
          ...(isTurnThatPresses(plan, step) ? { presses: plan.presses } : {}),
        },
      };
    default:
      return step.kind satisfies never;
  }
}

/** The first word of a go-ahead shortly before a peremptory end: now it is somebody's turn. */
function isTurnThatPresses<P extends ReminderPlan>(
  plan: P,
  { kind, step }: ReminderStep,
): plan is P & Required<Pressing> {
  return kind === 'approvalAsked' && step === 'start' && plan.presses !== undefined;
}

/** What goes alone does not wait for a slot, so when it was missed it must find its own hour. */
function allowedNow(
  step: ReminderStep,
  at: number,
  term: RunningTerm | undefined,
  input: DecideInput,
): number {
  if (input.now <= at + DECISION_LEAD_MS) return Math.max(at, input.now);
  const { date, time } = localAt(input.now);
  const urgent = term?.reminders === 'A' || step.kind === 'officeCall';
  const hour = atOnce({ date, time: time.slice(0, 5) }, input.isClosed, urgent);
  return Math.max(input.now, epochMs(instantAt(hour.date, hour.time)));
}

/** Who is told next, and when. */
function announcesOf(step: ReminderStep): { announces?: Announcement[] } {
  const announces = (step.announces ?? []).flatMap(({ to, on }) => to.map((role) => ({ to: role, on })));
  return announces.length === 0 ? {} : { announces };
}

/** Of an escalation: whom an earlier e-mail told that it would come, and on which day. */
function announcedBefore(
  plan: ReminderPlan,
  step: ReminderStep,
  input: DecideInput,
): { announced?: Announced } {
  const before = plan.steps.findLast((each) =>
    each.announces?.some(({ to, on }) => on === step.at.date && to.join() === step.to.join()),
  );
  if (before === undefined) return {};
  const sent = input.told.filter(
    ({ state, key, person }) => state === 'sent' && key === keyOf(plan, before, person, input),
  );
  if (sent.length === 0) return {};
  return { announced: { to: sent.map((each) => each.person), on: before.at.date } };
}

/**
 * "Ha promesso per lunedì" pauses a person's reminders until 13:00 of that day, but never over the last working day of
 * a peremptory term: what is promised for later would come too late.
 */
function pausedUntil(promised: LocalDate | undefined, running: RunningTerm | undefined): number | undefined {
  if (promised === undefined) return undefined;
  const until = epochMs(instantAt(promised, '13:00'));
  if (running?.peremptory !== true) return until;
  return Math.min(until, epochMs(instantAt(running.term.safeEnd, '08:00')) - DECISION_LEAD_MS);
}

/** The day of each person's last promise about things of one body. */
function promisesOf(of: AskedOf, { streams }: DecideInput): Map<string, LocalDate> {
  const promises = ofType(effectiveFacts(streams.application), 'promise.made').filter(({ body }) =>
    isOfSame(body, of),
  );
  return new Map(promises.map(({ body }) => [body.person, body.until]));
}
