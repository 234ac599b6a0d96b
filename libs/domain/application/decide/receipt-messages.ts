import { messageKey } from '#domain/reminder/message-key.js';
import type { MilestoneRequirement } from '#domain/call/requirement.js';
import { epochMs, isoInstant, localAt } from '#domain/calendar/local-date.js';
import type { FactOf } from '#domain/fact/fact.js';
import { seatsIn } from '#domain/people/seat.js';
import type { MessageDecision } from '#domain/reminder/message.js';
import type { Case } from '../case/case.js';
import type { DecideInput } from './decision.js';

/** A receipt is given at once or not at all: what was recorded long ago is known. */
const AT_ONCE_MS = 10 * 60_000;

/**
 * A confirmation that an act of the comune is on record with its proof: to who recorded it, or, where the office did so
 * on its behalf, to those whose act it was, so that nobody goes on with what is done.
 */
export function receiptMessages(
  fact: FactOf<'milestone.recorded'>,
  { application: { applicant } }: Case,
  input: DecideInput,
): MessageDecision[] {
  const { milestone, proof } = fact.body;
  const asked = actOfComune(milestone, input);
  const old = input.now - epochMs(fact.recordedAt) > AT_ONCE_MS;
  if (asked === undefined || proof === undefined || fact.actor === undefined || old) return [];
  const { date, time } = localAt(epochMs(fact.recordedAt));
  const owners = seatsIn(fact.body.of ?? applicant, asked.from);
  const people = fact.onBehalfOf === undefined ? [fact.actor] : input.recipients(owners, date);
  return people.map((person) => ({
    key: messageKey({ ...input, person }, `receipt/${fact.id}`),
    kind: 'documentFiled',
    person,
    application: input.application,
    deliverAt: isoInstant(input.now),
    digest: false,
    body: { milestone, on: date, at: time },
  }));
}

/** What a comune does on the platform, as a stage of the call asks for it. */
function actOfComune(milestone: string, { definition }: DecideInput): MilestoneRequirement | undefined {
  return definition.stages
    .filter((stage) => stage.party === 'comune')
    .flatMap((stage) => stage.requirements)
    .find(
      (each): each is MilestoneRequirement =>
        each.kind === 'milestone' && each.id === milestone && each.proof,
    );
}
