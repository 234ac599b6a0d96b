import { Injectable } from '@nestjs/common';
import type { Board, BoardCall } from '#contracts/board.js';
import type { ApplicationLine } from '#contracts/desk.js';
import { type Actor, can } from '#domain/access/can.js';
import { isUnionRole } from '#domain/people/role.js';
import { callEnd } from '#domain/call/call-end.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { eligibility } from '#domain/call/eligibility.js';
import type { Term } from '#domain/term/rule.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { BoardQueries } from '../ports/board-queries.js';
import { type Applicant, CaseQueries } from '../ports/case-queries.js';
import { DeskQueries, type StoredApplication } from '../ports/desk-queries.js';
import { applicationLine } from './application-line.js';
import { latestOf } from './latest-of.js';
import { seenBy } from './seen.js';

/** The comuni by the calls that run: where each stands, whose turn it is, by when, how much. */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly queries: DeskQueries,
    private readonly cases: CaseQueries,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<Board> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    const { applications, who, at } = await seenBy(actor, this.queries, this.clock);
    const live = new Set(applications.filter((each) => !each.ended).map((each) => each.call.id));
    const calls = new Map(
      applications.filter((each) => live.has(each.call.id)).map((each) => [each.call.id, each.call]),
    );
    const [definitions, amendments, applicants] = await Promise.all([
      this.queries.definitions(actor.person, [...calls.keys()]),
      this.board.amendments(actor.person),
      this.cases.applicants(actor.person),
    ]);
    const lines = applications
      .filter((each) => live.has(each.call.id))
      .map((each) => applicationLine(each, who, at));
    const bodies = rowsOf(actor, applicants, lines);
    const columns = [...calls.values()].flatMap((call) => {
      const definition = definitions.get(call.id);
      if (definition === undefined) return [];
      const term = callEnd(definition, amendments.get(call.id));
      return [columnOf({ call, definition, term }, bodies, lines)];
    });
    return {
      on: at.date,
      at: at.time.slice(0, 5),
      calls: columns.toSorted((a, b) => nextEnd(a, lines).localeCompare(nextEnd(b, lines))),
      bodies: bodies.map(({ body, name }) => ({ id: body, name })),
      applications: lines,
    };
  }
}

/** All comuni for who sees the union; for the others those whose applications they see. Whoever else applies comes too. */
function rowsOf(
  actor: Actor,
  applicants: readonly Applicant[],
  lines: readonly ApplicationLine[],
): Applicant[] {
  const ofUnion = actor.memberships.some((held) => held.body === actor.unionBody && isUnionRole(held.role));
  return applicants
    .filter(
      ({ body, kind }) => (ofUnion && kind === 'comune') || lines.some((each) => each.applicant.id === body),
    )
    .toSorted((a, b) => a.name.localeCompare(b.name, 'it'));
}

function columnOf(
  {
    call,
    definition,
    term,
  }: { call: StoredApplication['call']; definition: CallDefinition; term: Term | undefined },
  bodies: readonly Applicant[],
  lines: readonly ApplicationLine[],
): BoardCall {
  const { id, number, slug, title, shortTitle, measure } = call;
  const own = latestOf(lines.filter((each) => each.call.id === id));
  const ends = term?.history.slice(0, -1).map((each) => each.end) ?? [];
  return {
    id,
    number,
    slug,
    title,
    shortTitle,
    measure,
    end: term?.end ?? null,
    cutOff: term?.cutOff ?? null,
    was: ends.filter((end) => end !== term?.end),
    sent: own.filter((each) => each.amountWord !== 'estimated').length,
    of: own.length,
    excluded: bodies.flatMap((body) => {
      if (own.some((each) => each.applicant.id === body.body)) return [];
      const answer = eligibility(definition, body);
      return answer.eligible ? [] : [{ body: body.body, because: answer.detail }];
    }),
  };
}

/** The nearest official end of a call's applications; a call where only others decide comes last. */
function nextEnd(call: BoardCall, lines: readonly ApplicationLine[]): string {
  const ends = lines
    .filter((each) => each.call.id === call.id && !each.ended && each.end !== null)
    .map((each) => each.end ?? '')
    .toSorted();
  return `${ends[0] ?? '9999'} ${call.shortTitle}`;
}
