import { Injectable } from '@nestjs/common';
import type { ApplyRequest } from '#contracts/application.js';
import { type Actor, can } from '#domain/access/can.js';
import { eligibility } from '#domain/call/eligibility.js';
import { accepted } from '../application/accepted.js';
import { actingIn } from '../identity/acting.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import type { Idempotency } from '../ports/once.js';
import type { OpenedApplication } from '../record/recorded.js';
import { CaseRecord } from '../record/case-record.js';
import { Definitions } from '../ports/definitions.js';
import { Refusal } from '../refusal.js';

/** A further application of a comune to a running call, after a withdrawal was decreed. */
@Injectable()
export class ApplyAgain {
  constructor(
    private readonly definitions: Definitions,
    private readonly queries: CaseQueries,
    private readonly cases: CaseRecord,
  ) {}

  async run(
    actor: Actor,
    callIdOrNumber: string,
    request: ApplyRequest,
    idempotency?: Idempotency,
  ): Promise<OpenedApplication> {
    const by = { as: 'person' as const, person: actor.person };
    const call = await this.queries.findCall(actor.person, callIdOrNumber);
    const body = (await this.queries.applicants(actor.person)).find((each) => each.istat === request.comune);
    if (call === undefined || body === undefined) throw unseen();
    const acting = actingIn(request);
    demand(can(actor, 'apply', { union: actor.union, bodies: [body.body] }, acting));
    const definition = await this.definitions.ofCall(by, call.id);
    const may = eligibility(definition, body);
    if (!may.eligible) throw new Refusal(may.code, may.detail);
    const applicant = { body: body.body, amountCents: may.amountCents, participants: [] };
    return accepted(await this.cases.apply(by, call.id, applicant, idempotency));
  }
}
