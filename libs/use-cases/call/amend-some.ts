import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import type { AmendedSome } from '#contracts/call-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { readCase } from '#domain/application/case/case.js';
import { localAt, type LocalMoment } from '#domain/calendar/local-date.js';
import { changedSince, type Seen } from '#domain/fact/changed-since.js';
import type { Fact, NewFact, TermAmended } from '#domain/fact/fact.js';
import type { Refused } from '#domain/fact/refused.js';
import { accepted } from '../application/accepted.js';
import { changedMeanwhile } from '../application/changed-meanwhile.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import type { CaseView } from '../record/recorded.js';
import { CaseRecord } from '../record/case-record.js';
import { Refusal } from '../refusal.js';

/**
 * Moves a term for some applications of a call: the act goes on record of each by itself, so that one which is refused
 * stops no other. Under one key what was done is not done again: a request that broke off is sent again whole.
 */
@Injectable()
export class AmendSome {
  constructor(
    private readonly cases: CaseRecord,
    private readonly queries: CaseQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen what the page of the call showed; absent: whatever happened to the call meanwhile.
   * @throws Refusal of the policy table; `CASO-03` when others recorded something of the call since.
   */
  async run(
    actor: Actor,
    idOrNumber: string,
    { actingBody, onBehalfOf: _none, applications, ...body }: AmendmentRequest,
    idempotency?: Idempotency,
    seen?: Seen,
  ): Promise<AmendedSome> {
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const now = await this.clock.now();
    const results: AmendedSome['results'] = [];
    for (const application of new Set(applications)) {
      const one = { application, call: call.id, actingBody, body: body as TermAmended };
      results.push({ application, ...(await this.amend(actor, one, now, idempotency, seen)) });
    }
    return { results };
  }

  private async amend(
    actor: Actor,
    one: { application: string; call: string; actingBody: string; body: TermAmended },
    now: number,
    idempotency: Idempotency | undefined,
    seen: Seen | undefined,
  ): Promise<Omit<AmendedSome['results'][number], 'application'>> {
    const { application, actingBody, body } = one;
    try {
      const { id, resource } = await seenApplication(this.queries, actor, application);
      demand(can(actor, 'amendTerm', resource, { actingBody }));
      const outcome = await this.cases.record(
        { as: 'person', person: actor.person },
        id,
        (view) => {
          const { streams } = view;
          if (!streams.application.some((each) => isOpenedIn(each, one.call))) return OF_ANOTHER_CALL;
          const changed =
            seen === undefined
              ? []
              : changedSince({ call: streams.call, application: [] }, seen, actor.person);
          return changed.length > 0
            ? { changed }
            : [{ fact: factOf(view, body, actor.person, localAt(now)) }];
        },
        idempotency === undefined ? undefined : { ...idempotency, key: `${idempotency.key}/${application}` },
      );
      if ('changed' in outcome) {
        throw await changedMeanwhile(this.queries, actor.person, 'questo avviso', outcome, now);
      }
      accepted(outcome);
      return { result: 'done' };
    } catch (error) {
      if (!(error instanceof Refusal) || error.kind === 'changed') throw error;
      return { result: 'refused', code: error.code, detail: error.detail };
    }
  }
}

const OF_ANOTHER_CALL: Refused = {
  code: 'AVV-13',
  detail: 'Questa candidatura è di un altro avviso: ricarica la pagina e scegli di nuovo.',
};

function isOpenedIn(fact: Fact, call: string): boolean {
  return fact.type === 'application.opened' && fact.body.call === call;
}

/** In an application's own stream an act moves the round that runs. */
function factOf(
  { definition, streams }: CaseView,
  body: TermAmended,
  actor: string,
  now: LocalMoment,
): NewFact {
  const round = readCase(definition, streams).terms.findLast((each) => each.id === body.term)?.round;
  return {
    type: 'term.amended',
    legalDate: now.date,
    legalTime: now.time,
    legalSource: 'received',
    channel: 'web',
    actor,
    body: { ...body, ...(round === undefined ? {} : { round }) },
  };
}
