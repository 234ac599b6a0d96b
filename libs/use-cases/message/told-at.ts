import { localAt } from '#domain/calendar/local-date.js';
import { addresseeOf } from '#domain/post/addressee.js';
import { hoursAhead } from '#domain/post/hours-ahead.js';
import type { WaitingPost } from '../ports/mail-queries.js';

/**
 * When each message that waits really goes, as an instant, by its id: with the digest of its person, or alone at that
 * person's next hour.
 */
export function toldAt({ people, waiting }: WaitingPost, now: number): Map<string, string> {
  const hours = new Map<string, string>();
  for (const person of new Set(waiting.map((each) => each.person))) {
    const to = addresseeOf(person, localAt(now).date, people);
    if (to === undefined) continue;
    const own = waiting.filter((each) => each.person === person);
    for (const [id, at] of hoursAhead(to, own, people.used.get(person) ?? [], now)) hours.set(id, at);
  }
  return hours;
}
