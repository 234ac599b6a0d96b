import { roundName } from '#domain/term/round-name.js';
import type { ApprovalRequirement } from '#domain/call/requirement.js';
import { addWorkingDays } from '#domain/calendar/working-day.js';
import { epochMs, localAt } from '#domain/calendar/local-date.js';
import { approvalState } from '#domain/approval/approval.js';
import { type AskedOf, onlyOf } from '#domain/fact/asked-of.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { type Moment, momentOf, ofType } from '#domain/fact/fact.js';
import type { Seat } from '#domain/people/seat.js';
import { reminderSchedule } from '#domain/reminder/schedule.js';
import { type Case, clockStands } from '../case/case.js';
import type { DecideInput, Decisions, Planned } from './decision.js';
import { pressesFor } from './pressing.js';
import { messagesOf } from './reminder-messages.js';
import type { ReminderPlan } from './reminder-plan.js';

/** Working days after which the office telephones: an approval has no official term, people work by this day. */
const OFFICE_AFTER = 6;
/** No schedule of an approval reaches so far; it stands for "no official end". */
const NO_END = '9999-12-31';

/** Asks the approvers who are waited for, each from the moment it became their turn (policy, row G). */
export function approvalMessages(
  theCase: Case,
  input: DecideInput,
): { messages: Decisions['messages']; planned: Planned[] } {
  const halted = theCase.fundsExhausted?.halts === true;
  if (theCase.ended || halted || clockStands(theCase.open)) return { messages: [], planned: [] };
  const plans = theCase.missing.flatMap(({ requirement, upTo, ...missing }) =>
    requirement.kind === 'approval'
      ? upTo.map((seat) => planFor(requirement, onlyOf(missing), seat, theCase, input))
      : [],
  );
  return messagesOf(plans, input);
}

function planFor(
  requirement: ApprovalRequirement,
  of: AskedOf,
  { role, body }: Seat,
  theCase: Case,
  input: DecideInput,
): ReminderPlan {
  const { since, known } = turnOf(requirement, of, theCase, input);
  const at = localAt(epochMs(known));
  const workBy = addWorkingDays(since.date, OFFICE_AFTER);
  return {
    ...of,
    body: body ?? of.of ?? theCase.application.applicant,
    name: `${roundName(`${requirement.id}.${role}`, theCase.round)}/${since.date}T${(since.time ?? '00:00').slice(0, 5)}`,
    steps: reminderSchedule('G', {
      start: since,
      safeEnd: workBy,
      end: NO_END,
      knownSince: { date: at.date, time: at.time },
      isClosed: input.isClosed,
      asked: [role],
      substitute: requirement.substitute,
    }),
    turn: { ...of, approval: requirement.id, role, since: since.date, workBy },
    ...pressesFor({ requirement: requirement.id, ...of }, theCase, input.now),
  };
}

/** Since when it is the approver's turn: the stage's beginning, the last "sent back", or in a sequence the last answer. */
function turnOf(
  requirement: ApprovalRequirement,
  of: AskedOf,
  theCase: Case,
  input: DecideInput,
): { since: Moment; known: string } {
  const facts = effectiveFacts(input.streams.application);
  const state = approvalState(requirement, of, facts, theCase.since);
  const fact = (requirement.order === 'sequence' ? state.answers.at(-1) : undefined) ?? state.returned;
  if (fact !== undefined) return { since: momentOf(fact), known: fact.recordedAt };
  const opened = ofType(facts, 'application.opened').map((each) => each.recordedAt);
  const entered = theCase.path.at(-2)?.by.map((each) => each.recordedAt) ?? [];
  const known = [...opened, ...entered].reduce((a, b) => (a > b ? a : b), '');
  return { since: theCase.since, known };
}
