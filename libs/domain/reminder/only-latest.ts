import { epochMs } from '#domain/calendar/local-date.js';
import type { MessageDecision } from './message.js';

/** A message that waits for its e-mail, with what it is about. */
export type WaitingMessage = { id: string } & Pick<
  MessageDecision,
  'kind' | 'application' | 'deliverAt' | 'term' | 'params'
>;

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
function thingOf({ kind, application, term, params }: WaitingMessage): string | undefined {
  switch (kind) {
    case 'invitation':
    case 'reminder':
    case 'escalation':
    case 'officeCall':
    case 'approvalAsked':
      if (term !== undefined) return `${kind} ${application} ${term.id}#${term.round}`;
      if (params['talk'] !== undefined) return `${kind} ${application} ${params['talk']}`;
      return params['approval'] === undefined
        ? undefined
        : `${kind} ${application} ${params['approval']}.${params['role']}`;
    case 'officeRound':
    case 'question':
      return `${kind} ${application}`;
    case 'termMoved':
    case 'callNews':
    case 'dateCorrected':
    case 'documentFiled':
    case 'documentReturned':
    case 'officeNews':
    case 'officeReview':
      return undefined;
    default:
      return kind satisfies never;
  }
}
