import type { DataSource } from 'typeorm';
import { epochMs, isoInstant } from '#domain/calendar/local-date.js';
import { effectiveFacts } from '#domain/fact/effective-facts.js';
import { ofType } from '#domain/fact/fact.js';
import { computeTerm } from '#domain/term/term.js';
import { momentInWords } from '#domain/calendar/words.js';
import type { Clock } from '#use-cases/clock.js';
import { type CallNow, CallWatch } from '#use-cases/ports/call-watch.js';
import { definitionOf } from './definition-of.js';
import { factsOf } from '../record/load-case.js';
import { asWorker } from '../scoped.js';

export class PostgresCallWatch extends CallWatch {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async standing(id: string): Promise<CallNow> {
    const { now, offsetMs } = await this.clock.read();
    return asWorker(this.database, async (manager) => {
      const definition = await definitionOf(manager, id);
      const amended = ofType(effectiveFacts(await factsOf(manager, id)), 'term.amended');
      const counts: { live: string; ended: string }[] = await manager.query(
        `select count(*) filter (where not ended) as live, count(*) filter (where ended) as ended
           from application where call_id = $1`,
        [id],
      );
      const live = Number(counts[0]?.live ?? 0);
      const ended = Number(counts[0]?.ended ?? 0);
      const next = definition.terms
        .filter((term) => 'fixed' in term.start)
        .map((term) =>
          computeTerm(
            { ...term.rule, starts: term.id },
            definition.opening,
            amended.filter((fact) => fact.body.term === term.id).map((fact) => fact.body),
          ),
        )
        .filter((term) => epochMs(term.instant) > now)
        .toSorted((a, b) => a.instant.localeCompare(b.instant))[0];
      const close =
        next === undefined
          ? ''
          : ` Chiude ${momentInWords({ date: next.end, time: next.cutOff }, { year: true })}.`;
      return {
        ended: live === 0 && ended > 0,
        sentence: `${definition.shortTitle}: candidature in corso ${live}, concluse ${ended}.${close}`,
        ...(next === undefined
          ? {}
          : {
              waitMs: epochMs(next.instant) - now,
              timer: isoInstant(epochMs(next.instant) - offsetMs),
              on: next.end,
            }),
      };
    });
  }
}
