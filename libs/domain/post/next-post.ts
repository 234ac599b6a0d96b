import type { Case } from '#domain/application/case/case.js';
import type { DecideInput } from '#domain/application/decide/decision.js';
import { stillHolds } from '#domain/application/decide/still-holds.js';
import { isStillTheirs } from '#domain/application/decide/still-theirs.js';
import type { Dropped, NotSent } from '#domain/reminder/not-sent.js';
import { epochMs } from '#domain/calendar/local-date.js';
import type { Fact } from '#domain/fact/fact.js';
import type { MessageContent, MessageHead } from '#domain/reminder/message.js';
import type { Addressee } from './addressee.js';
import { doneWithout } from './done-without.js';
import { overtaken, type WaitingMessage } from './only-latest.js';
import { type Delivery, type Hours, nextDelivery, type PendingMessage } from '#domain/reminder/slots.js';

/** A message that was decided and waits for its e-mail. */
export type Waiting = PendingMessage & WaitingMessage;

/** What comes next in one person's post. */
export interface NextPost {
  /** Messages that a later one about the same thing makes useless. */
  overtaken: string[];
  /** The next e-mail; none while nothing waits. */
  delivery?: Delivery;
}

/**
 * @param waiting all that the person is still to be told, in the order in which it was decided.
 * @param used names of the hours at which the person was written to.
 * @param now milliseconds since the epoch.
 */
export function nextPost(
  to: Hours,
  waiting: readonly Waiting[],
  used: readonly string[],
  now: number,
): NextPost {
  const gone = overtaken(waiting, now);
  const delivery = nextDelivery(
    to,
    waiting.filter((each) => !gone.includes(each.id)),
    used,
    now,
  );
  return { overtaken: gone, ...(delivery === undefined ? {} : { delivery }) };
}

/** Whether an e-mail that was foreseen is the one that goes now. */
export function isDue({ delivery }: NextPost, slot: string, now: number): boolean {
  return delivery !== undefined && delivery.slot === slot && epochMs(delivery.at) <= now;
}

/** Why a message is left out of the e-mail at its hour: kept with it. */
export type Skipped = Extract<NotSent, 'not wanted'> | Dropped;

/** Whether a message goes with the e-mail that is written now, or why not; its case as it stands. */
export function skipped(
  message: Pick<MessageHead, 'person' | 'term'> & MessageContent,
  to: Pick<Addressee, 'wishes'>,
  theCase: Case,
  facts: readonly Fact[],
  recipients: DecideInput['recipients'],
  now: number,
): Skipped | undefined {
  if (doneWithout(message.kind, to.wishes)) return 'not wanted';
  const why = stillHolds(message, theCase, facts, now);
  return why ?? (isStillTheirs(message, theCase, facts, recipients, now) ? undefined : 'handedOver');
}
