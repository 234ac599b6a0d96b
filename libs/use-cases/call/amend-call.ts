import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import type { Actor } from '#domain/access/can.js';
import type { Seen } from '#domain/fact/changed-since.js';
import type { Idempotency } from '../ports/once.js';
import type { RecordedInCall } from '../record/recorded.js';
import { amendmentAct } from './amendment.js';
import { RecordCallAct } from './record-call-act.js';

/** Moves a term of a call for all its applications: an extension, a reopening, a suspension. */
@Injectable()
export class AmendCall {
  constructor(private readonly record: RecordCallAct) {}

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
    const act = amendmentAct(request);
    return this.record.run(actor, idOrNumber, 'amendTerm', request.actingBody, act, idempotency, seen);
  }
}
