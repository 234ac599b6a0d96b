import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import { type Actor, can } from '#domain/access/can.js';
import { isoInstant, localAt } from '#domain/calendar/local-date.js';
import { changedSince, type Seen } from '#domain/fact/changed-since.js';
import type { NewFact } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
import { CHANGED, changedMeanwhile } from '../application/changed-meanwhile.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { CaseRecord, type Idempotency, type RecordedInCall } from '../ports/case-record.js';

/** Moves a term of a call for all its applications: an extension, a reopening, a suspension. */
@Injectable()
export class AmendCall {
  constructor(
    private readonly queries: CaseQueries,
    private readonly cases: CaseRecord,
  ) {}

  /**
   * @param seen what the page showed on which the person acts; absent: whatever happened meanwhile.
   * @throws Refusal `CASO-03` when others recorded something of the call since.
   */
  async run(
    actor: Actor,
    idOrNumber: string,
    request: AmendmentRequest,
    idempotency?: Idempotency,
    seen?: Seen,
  ): Promise<RecordedInCall> {
    const { actingBody, onBehalfOf: _none, ...body } = request;
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    let changed: { facts: string[]; now: number } = { facts: [], now: 0 };
    const outcome = await this.cases.recordInCall(
      { as: 'person', person: actor.person },
      call.id,
      ({ now, facts }) => {
        const since =
          seen === undefined ? [] : changedSince({ call: facts, application: [] }, seen, actor.person);
        changed = { facts: since.map((each) => each.id), now };
        if (since.length > 0) return CHANGED;
        const at = localAt(now);
        const fact = {
          type: 'term.amended',
          legalDate: at.date,
          legalTime: at.time,
          legalSource: 'received',
          channel: 'web',
          actor: actor.person,
          body,
        } as NewFact;
        return [{ fact }];
      },
      idempotency,
    );
    if (!outcome.ok && outcome.refused === CHANGED) {
      const { facts, now } = changed;
      throw await changedMeanwhile(this.queries, actor.person, 'questo avviso', facts, isoInstant(now));
    }
    return accepted(outcome);
  }
}
