import { epochMs } from '#domain/calendar/local-date.js';
import { type MessageContent, type MessageHead, ofMessage } from '#domain/reminder/message.js';
import { MESSAGE_KINDS } from '#domain/reminder/message-kinds.js';

/** A message that waits for its e-mail, with what it is about. */
export type WaitingMessage = { id: string } & Pick<MessageHead, 'application' | 'deliverAt' | 'term'> &
  MessageContent;

/**
 * Of several steps about one thing that wait for one person (a jump of the clock, a mail server that was down) only the
 * latest goes: these are the others.
 * @param waiting all that one person is still to be told, in the order in which it was decided
 * @param now milliseconds since the epoch; what is not due yet overtakes nothing
 */
export function overtaken(waiting: readonly WaitingMessage[], now: number): string[] {
  const due = waiting
    .filter((each) => epochMs(each.deliverAt) <= now)
    .toSorted((a, b) => epochMs(a.deliverAt) - epochMs(b.deliverAt));
  const latest = new Map<string, string>();
  for (const each of due) {
    const thing = thingOf(each);
    if (thing !== undefined) latest.set(thing, each.id);
  }
  return due
    .filter((each) => latest.has(thingOf(each) ?? '') && latest.get(thingOf(each) ?? '') !== each.id)
    .map((each) => each.id);
}

/** What a message keeps asking for; nothing for kinds that each say something of their own. */
function thingOf(message: WaitingMessage): string | undefined {
  const { kind, application, term, body } = message;
  if (!MESSAGE_KINDS[kind].repeats) return undefined;
  const { of } = ofMessage(message);
  const asks = `${kind} ${application}${of === undefined ? '' : ` of ${of}`}`;
  const ofTerm = term === undefined ? undefined : `${asks} ${term.id}#${term.round}`;
  switch (kind) {
    case 'escalation':
    case 'approvalAsked':
      return ofTerm ?? (body.approval === undefined ? undefined : `${asks} ${body.approval}.${body.role}`);
    case 'officeCall':
      if (body.why === 'talk') return `${asks} ${body.talk}`;
      if (body.why !== 'unanswered' || body.approval === undefined) return ofTerm;
      return `${asks} ${body.approval}.${body.role}`;
    case 'officeRound':
    case 'question':
    case 'stillOwed':
      return asks;
    default:
      return ofTerm;
  }
}
