import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import { changedSince, type Seen } from '#domain/fact/changed-since.js';
import { accepted } from '../application/accepted.js';
import { changedMeanwhile } from '../application/changed-meanwhile.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import type { RecordedInCall } from '../record/recorded.js';
import { CaseRecord } from '../record/case-record.js';
import { type CallAct, isRefused } from './call-acts.js';

/** What the office does with a call as a whole: one fact in the call's stream, and every application looks again. */
@Injectable()
export class RecordCallAct {
  constructor(
    private readonly queries: CaseQueries,
    private readonly cases: CaseRecord,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen what the page showed on which the person acts; absent: whatever happened meanwhile.
   * @throws Refusal of the policy table or of the act; `CASO-03` when others recorded something of the call since.
   */
  async run(
    actor: Actor,
    idOrNumber: string,
    action: 'amendTerm' | 'launchCall',
    actingBody: string,
    act: CallAct,
    idempotency?: Idempotency,
    seen?: Seen,
  ): Promise<RecordedInCall> {
    demand(can(actor, action, { union: actor.union, bodies: [] }, { actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const outcome = await this.cases.recordInCall(
      { as: 'person', person: actor.person },
      call.id,
      ({ now, facts, sent }) => {
        const changed =
          seen === undefined ? [] : changedSince({ call: facts, application: [] }, seen, actor.person);
        if (changed.length > 0) return { changed };
        const made = act({ facts, sent, now, at: localAt(now), actor: actor.person });
        return isRefused(made) ? made : [{ fact: made }];
      },
      idempotency,
    );
    if ('changed' in outcome) {
      const now = await this.clock.now();
      throw await changedMeanwhile(this.queries, actor.person, 'questo avviso', outcome, now);
    }
    return accepted(outcome);
  }
}
