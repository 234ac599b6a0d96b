import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import { type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
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

  async run(
    actor: Actor,
    idOrNumber: string,
    request: AmendmentRequest,
    idempotency?: Idempotency,
  ): Promise<RecordedInCall> {
    const { actingBody, onBehalfOf: _none, ...body } = request;
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const outcome = await this.cases.recordInCall(
      { as: 'person', person: actor.person },
      call.id,
      ({ now }) => {
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
    return accepted(outcome);
  }
}
