import { epochMs } from '#domain/calendar/local-date.js';
import type { Hours } from '#domain/reminder/slots.js';
import { nextPost, type Waiting } from './next-post.js';

/**
 * When each message that waits for one person goes, as far as nothing happens meanwhile: by the rule that sends it. What a
 * later one about the same thing makes useless has no hour.
 * @returns instants, by the message's id.
 */
export function hoursAhead(
  to: Hours,
  waiting: readonly Waiting[],
  used: readonly string[],
  now: number,
): Map<string, string> {
  const hours = new Map<string, string>();
  const slots = [...used];
  let left = [...waiting];
  let moment = now;
  for (;;) {
    const { overtaken, delivery } = nextPost(to, left, slots, moment);
    if (delivery === undefined) return hours;
    for (const id of delivery.messages) hours.set(id, delivery.at);
    left = left.filter(({ id }) => !delivery.messages.includes(id) && !overtaken.includes(id));
    slots.push(delivery.slot);
    moment = epochMs(delivery.at);
  }
}
