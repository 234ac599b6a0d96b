import { Injectable } from '@nestjs/common';
import type { Deadline, Deadlines } from '#contracts/deadlines.js';
import type { Actor } from '#domain/access/can.js';
import { Clock } from '../clock.js';
import { DeskQueries, type StoredApplication } from '../ports/desk-queries.js';
import { seenBy } from './seen.js';

/** Every term that somebody may still meet, of all applications that a person sees. */
@Injectable()
export class ListDeadlines {
  constructor(
    private readonly queries: DeskQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Deadlines> {
    const { applications, at } = await seenBy(actor, this.queries, this.clock);
    return { on: at.date, deadlines: applications.flatMap(deadlinesOf).toSorted(byDay) };
  }
}

/** Terms of one application; a silence that is on record is over and no date any more. */
function deadlinesOf(stored: StoredApplication): Deadline[] {
  const { glance, call } = stored;
  if (glance.outcome !== 'running') return [];
  return glance.terms
    .filter(({ status, remediable, official }) => status !== 'lapsed' || (remediable && official))
    .map((term) => ({
      application: { id: stored.id, slug: stored.slug, number: stored.number },
      applicant: stored.applicant,
      call: { slug: call.slug, shortTitle: call.shortTitle },
      term: term.id,
      round: term.round,
      label: term.label,
      missing: glance.asked
        .filter((each) => each.ours && each.interrupt === term.interrupt)
        .map((each) => each.label),
      workBy: term.safeEnd,
      end: term.end,
      cutOff: term.cutOff,
      official: term.official,
      peremptory: term.peremptory,
      status: term.status,
      upTo: stored.upTo,
      was: term.was,
    }));
}

function byDay(a: Deadline, b: Deadline): number {
  return (
    a.workBy.localeCompare(b.workBy) ||
    a.end.localeCompare(b.end) ||
    a.applicant.name.localeCompare(b.applicant.name)
  );
}
