import { localAt } from '#domain/calendar/local-date.js';
import { type Fact, ofType } from '#domain/fact/fact.js';
import { BODY_ROLES, OFFICE_ROLES, UNION_ROLES } from '#domain/people/role.js';
import { seatsIn } from '#domain/people/seat.js';
import { type MessageContent, type MessageHead, ofMessage } from '#domain/reminder/message.js';
import { MESSAGE_KINDS, type MessageKind } from '#domain/reminder/message-kinds.js';
import type { Case } from '../case/case.js';
import type { DecideInput } from './decision.js';

/** They say what became of something that the person did, or of what the person was told: to that person, whoever it is now. */
const TO_WHOM_IT_HAPPENED: readonly MessageKind[] = [
  'documentFiled',
  'termMoved',
  'dateCorrected',
  'callNews',
];

/**
 * Whether a person to whom something was to be told still has to do with the case: of whoever has left, or stood in for
 * somebody who is back, nothing is asked.
 */
export function isStillTheirs(
  message: Pick<MessageHead, 'person'> & MessageContent,
  { application: { applicant } }: Case,
  facts: readonly Fact[],
  recipients: DecideInput['recipients'],
  now: number,
): boolean {
  const asks = message.kind === 'callNews' && message.body.news === 'sendAgain';
  if (!asks && TO_WHOM_IT_HAPPENED.includes(message.kind)) return true;
  const { of } = ofMessage(message);
  const taking = ofType(facts, 'application.opened').flatMap(({ body }) => body.participants);
  const bodies = new Set([applicant, ...taking, ...(of === undefined ? [] : [of])]);
  const seats = isForTheOfficeAlone(message)
    ? seatsIn(applicant, OFFICE_ROLES)
    : [...seatsIn(applicant, UNION_ROLES), ...[...bodies].flatMap((body) => seatsIn(body, BODY_ROLES))];
  return recipients(seats, localAt(now).date).includes(message.person);
}

/** That what was sent may be excluded is news for the secretary of the comune too. */
function isForTheOfficeAlone(message: MessageContent): boolean {
  if (message.kind === 'officeNews' && message.body.news === 'mayBeExcluded') return false;
  return MESSAGE_KINDS[message.kind].forOffice;
}
