import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import type { AmendedSome } from '#contracts/call-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import { changedSince, type Seen } from '#domain/fact/changed-since.js';
import { accepted } from '../application/accepted.js';
import { changedMeanwhile } from '../application/changed-meanwhile.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import { CaseRecord } from '../record/case-record.js';
import { Refusal } from '../refusal.js';
import { amendmentInCase } from './amendment.js';
import { isRefused } from './call-acts.js';

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
    request: AmendmentRequest,
    idempotency?: Idempotency,
    seen?: Seen,
  ): Promise<AmendedSome> {
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody: request.actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const now = await this.clock.now();
    const results: AmendedSome['results'] = [];
    for (const application of new Set(request.applications)) {
      const one = { application, call: call.id, request };
      results.push({ application, ...(await this.amend(actor, one, now, idempotency, seen)) });
    }
    return { results };
  }

  private async amend(
    actor: Actor,
    { application, call, request }: { application: string; call: string; request: AmendmentRequest },
    now: number,
    idempotency: Idempotency | undefined,
    seen: Seen | undefined,
  ): Promise<Omit<AmendedSome['results'][number], 'application'>> {
    try {
      const { id, resource } = await seenApplication(this.queries, actor, application);
      demand(can(actor, 'amendTerm', resource, { actingBody: request.actingBody }));
      const outcome = await this.cases.record(
        { as: 'person', person: actor.person },
        id,
        (view) => {
          const fact = amendmentInCase(view, request, { call, actor: actor.person, at: localAt(now) });
          if (isRefused(fact)) return fact;
          const own = { call: view.streams.call, application: [] };
          const changed = seen === undefined ? [] : changedSince(own, seen, actor.person);
          return changed.length > 0 ? { changed } : [{ fact }];
        },
        idempotency === undefined ? undefined : { ...idempotency, key: `${idempotency.key}/${application}` },
      );
      if ('changed' in outcome) {
        throw await changedMeanwhile(this.queries, actor.person, 'questo avviso', outcome, now);
      }
      accepted(outcome);
      return { result: 'done' };
    } catch (error) {
      return { result: 'refused', ...refusedOne(error) };
    }
  }
}

/** What a refusal says of one application; whatever else went wrong, or was quicker, stops all. */
export function refusedOne(error: unknown): Pick<Refusal, 'code' | 'detail'> {
  if (!(error instanceof Refusal) || error.kind === 'changed') throw error;
  return { code: error.code, detail: error.detail };
}
