import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import type { AmendmentPreview } from '#contracts/call-page.js';
import type { Actor } from '#domain/access/can.js';
import { admitInCall } from '#domain/call/admit-in-call.js';
import { amendmentAct } from './amend-call.js';
import { isRefused } from './call-acts.js';
import { PreviewInCall } from './preview-in-call.js';

/** Says what an act about a term would do to each application of a call; records nothing. */
@Injectable()
export class PreviewAmendment {
  constructor(private readonly preview: PreviewInCall) {}

  /** @throws Refusal of the policy table, or as the act itself would be refused. */
  async run(actor: Actor, idOrNumber: string, request: AmendmentRequest): Promise<AmendmentPreview> {
    const act = amendmentAct(request);
    return this.preview.run(
      actor,
      idOrNumber,
      'amendTerm',
      request.actingBody,
      (before, { definition, facts }) => {
        const made = act(before);
        return isRefused(made) ? made : (admitInCall(made, definition, facts, before.at.date) ?? made);
      },
      request.applications,
    );
  }
}
