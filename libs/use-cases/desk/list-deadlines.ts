import { Injectable } from '@nestjs/common';
import type { Deadline, Deadlines } from '#contracts/deadlines.js';
import { type Actor, can } from '#domain/access/can.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { Clock } from '../clock.js';
import { DeskQueries, type StoredApplication } from '../ports/desk-queries.js';
import { NotedCalls } from '../ports/noted-calls.js';
import { seenBy } from './seen.js';

/** Every term that somebody may still meet, of all applications that a person sees. */
@Injectable()
export class ListDeadlines {
  constructor(
    private readonly queries: DeskQueries,
    private readonly noted: NotedCalls,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Deadlines> {
    const { applications, at } = await seenBy(actor, this.queries, this.clock);
    return {
      on: at.date,
      deadlines: applications.flatMap(deadlinesOf).toSorted(byDay),
      noted: await this.stillOpen(actor, at.date),
    };
  }

  /** Calls that may still be launched; what was put away or launched is no date any more. */
  private async stillOpen(actor: Actor, today: LocalDate): Promise<Deadlines['noted']> {
    if (!can(actor, 'readNotedCalls', { union: actor.union, bodies: [] }).allowed) return [];
    const noted = await this.noted.list(actor.person);
    return noted
      .filter(({ end, away, call }) => end >= today && away === undefined && call === undefined)
      .map(({ slug, title, end, cutOff }) => ({ slug, title, end, cutOff }));
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
