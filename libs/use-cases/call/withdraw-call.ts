import { Injectable } from '@nestjs/common';
import type { WithdrawalRequest } from '#contracts/application.js';
import { type Actor, can } from '#domain/access/can.js';
import { localAt } from '#domain/calendar/local-date.js';
import { refusedWithdrawal } from '#domain/call/brake.js';
import type { NewFact } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { CaseRecord, type Idempotency, type RecordedInCall } from '../ports/case-record.js';

/** Annuls a launch while its brake holds: the applications end, and nobody has been told anything. */
@Injectable()
export class WithdrawCall {
  constructor(
    private readonly queries: CaseQueries,
    private readonly cases: CaseRecord,
  ) {}

  /** @throws Refusal of the policy table; `AVV-09` when it was withdrawn before, `AVV-10` once e-mails may have left. */
  async run(
    actor: Actor,
    idOrNumber: string,
    { actingBody, reason }: WithdrawalRequest,
    idempotency?: Idempotency,
  ): Promise<RecordedInCall> {
    demand(can(actor, 'launchCall', { union: actor.union, bodies: [] }, { actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const outcome = await this.cases.recordInCall(
      { as: 'person', person: actor.person },
      call.id,
      ({ now, facts }) => {
        const refused = refusedWithdrawal(facts, now);
        if (refused !== undefined) return refused;
        const { date, time } = localAt(now);
        const fact: NewFact = {
          type: 'call.withdrawn',
          legalDate: date,
          legalTime: time,
          legalSource: 'received',
          channel: 'web',
          actor: actor.person,
          body: { reason },
        };
        return [{ fact }];
      },
      idempotency,
    );
    return accepted(outcome);
  }
}
