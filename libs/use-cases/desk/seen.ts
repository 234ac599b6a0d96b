import { type Actor, can } from '#domain/access/can.js';
import { type LocalMoment, localAt } from '#domain/calendar/local-date.js';
import { Who } from '#domain/desk/who.js';
import type { Clock } from '../clock.js';
import type { DeskQueries, StoredApplication } from '../ports/desk-queries.js';
import { isOfOffice } from './of-office.js';

/** What every list of the desk begins with. */
export interface Seen {
  at: LocalMoment;
  /** Milliseconds since the epoch, by the product's clock. */
  now: number;
  applications: StoredApplication[];
  who: Who;
}

/** The applications that a person may read, and the people behind them. */
export async function seenBy(actor: Actor, queries: DeskQueries, clock: Clock): Promise<Seen> {
  const now = await clock.now();
  const at = localAt(now);
  const [applications, people] = await Promise.all([
    queries.applications(actor.person),
    queries.people(actor.person),
  ]);
  return {
    at,
    now,
    applications: applications.filter(
      ({ id, participants }) =>
        can(actor, 'readApplication', { union: actor.union, bodies: participants, application: id }).allowed,
    ),
    who: new Who(people, { unionBody: actor.unionBody, phones: isOfOffice(actor), today: at.date }),
  };
}
