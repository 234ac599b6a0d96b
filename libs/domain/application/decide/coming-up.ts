import { brakeUntil } from '#domain/call/brake.js';
import { epochMs, instantAt, isoInstant, localAt, localOf } from '#domain/calendar/local-date.js';
import { onlyOf } from '#domain/fact/asked-of.js';
import { seatsIn } from '#domain/people/seat.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { ReminderStep } from '#domain/reminder/reminder-step.js';
import { type Hours, nextDelivery } from '#domain/reminder/slots.js';
import { DECISION_LEAD_MS, type DecideInput, type NextWhat } from './decision.js';
import type { ReminderPlan } from './reminder-plan.js';

/** A step on its way to a person, with the hour at which the e-mail goes by the very rule that sends it. */
export function goesTo(
  plan: ReminderPlan,
  step: ReminderStep,
  message: MessageDecision,
  input: DecideInput,
): NextWhat | undefined {
  const { person } = message;
  const today = localAt(input.now).date;
  const to = input.writtenTo(person, today);
  if (to === undefined) return undefined;
  const goes = nextDelivery(to, [waiting(message, input)], slotsBefore(plan, step, message, to), input.now);
  if (goes === undefined) return undefined;
  const { date, time } = localOf(goes.at);
  const roles = step.to.filter((role) =>
    input.recipients(seatsIn(plan.body, [role]), today).includes(person),
  );
  return whatOf(plan, step, { date, time: time.slice(0, 5) }, roles);
}

/** As a step is told: a call of the office names nobody. */
export function whatOf(
  plan: ReminderPlan,
  step: ReminderStep,
  { date, time }: ReminderStep['at'],
  to: ReminderStep['to'],
): NextWhat {
  const term = plan.term === undefined ? {} : { term: plan.term.id };
  const what = { ...term, ...onlyOf(plan), on: date, time };
  return step.kind === 'officeCall' ? { ...what, kind: 'phone' } : { ...what, kind: 'reminder', to: [...to] };
}

/** Digests in which the earlier steps of that day have gone to the same person. */
function slotsBefore(plan: ReminderPlan, step: ReminderStep, message: MessageDecision, to: Hours): string[] {
  const slots: string[] = [];
  for (const before of plan.steps) {
    const sameDay = before.at.date === step.at.date && before.at.time < step.at.time;
    if (!sameDay || before.immediate === true || !before.to.some((role) => step.to.includes(role))) continue;
    const at = epochMs(instantAt(before.at.date, before.at.time));
    const sent = { ...message, id: before.step, deliverAt: isoInstant(at), digest: true };
    const goes = nextDelivery(to, [sent], slots, at - DECISION_LEAD_MS);
    if (goes !== undefined) slots.push(goes.slot);
  }
  return slots;
}

/** While the brake of a launch holds nothing leaves. */
function waiting(message: MessageDecision, { streams }: DecideInput) {
  const brake = brakeUntil(streams.call);
  const held = brake !== undefined && epochMs(message.deliverAt) < brake;
  return { ...message, id: message.key, ...(held ? { deliverAt: isoInstant(brake) } : {}) };
}
