import { Injectable } from '@nestjs/common';
import type { HistoryQuery, UnionHistory, UnionHistoryLine } from '#contracts/union-history.js';
import { type Actor, can } from '#domain/access/can.js';
import type { FactNames } from '#domain/application/explain/history-words.js';
import { type FilesKnown, readingInWords, spoiltInWords } from '#domain/document/reading.js';
import { type LocalDate, localAt } from '#domain/calendar/local-date.js';
import { factLine } from '../application/page/history-lines.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { FilesInSight } from '../ports/stored-files.js';
import { type HistoryNames, HistoryQueries, type StoredFact } from '../ports/history-queries.js';

/** What is on record over all applications and calls, in the order in which it was recorded. */
@Injectable()
export class ListHistory {
  constructor(
    private readonly queries: HistoryQueries,
    private readonly files: FilesInSight,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table; whoever belongs to a comune reads what that comune takes part in. */
  async run(actor: Actor, query: HistoryQuery): Promise<UnionHistory> {
    const bodies = actor.memberships.map((each) => each.body);
    demand(can(actor, 'readHistory', { union: actor.union, bodies }));
    const [{ facts, next, ...names }, choices, now] = await Promise.all([
      this.queries.page(actor.person, query),
      this.queries.choices(actor.person),
      this.clock.now(),
    ]);
    const on = localAt(now).date;
    return {
      on,
      ...(query.after === undefined && actor.memberships.some(({ body }) => body === actor.unionBody)
        ? { files: filesInWords(await this.files.known(actor.person), on) }
        : {}),
      facts: facts.map((each) => lineOf(each, namesFrom(names))),
      next,
      ...choices,
    };
  }
}

/** What was filed is worth what its file is: both are checked together. */
function filesInWords(known: FilesKnown, on: LocalDate): string[] {
  const spoilt = spoiltInWords(known.spoilt);
  return [readingInWords(known, on), ...(spoilt === undefined ? [] : [spoilt])];
}

export function namesFrom({ people, bodies }: HistoryNames): FactNames {
  return {
    person: (id) => people.get(id) ?? 'Una persona',
    body: (id) => bodies.get(id) ?? 'un ente',
  };
}

function lineOf(stored: StoredFact, names: FactNames): UnionHistoryLine {
  const { fact, definition, detail, undoesSpent, call, application, correctedBy, hash } = stored;
  const { body: _body, ...line } = factLine(fact, { definition, names, detail, undoesSpent });
  return {
    ...line,
    call,
    hash,
    ...(application === undefined ? {} : { application }),
    ...(correctedBy === undefined ? {} : { correctedBy }),
    ...(fact.actor === undefined ? {} : { actor: fact.actor }),
  };
}
