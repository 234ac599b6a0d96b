import { Injectable } from '@nestjs/common';
import type { AmendmentRequest } from '#contracts/application.js';
import type { AmendmentPreview } from '#contracts/call-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { admit } from '#domain/application/admit/admit.js';
import { localAt } from '#domain/calendar/local-date.js';
import { accepted } from '../application/accepted.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { withFact } from '../preview/case-input.js';
import { refusedOne } from './amend-some.js';
import { amendmentInCase } from './amendment.js';
import { isRefused } from './call-acts.js';
import { type Previewed, previewed, summed } from './preview-in-call.js';

/** Says what an act would do to some applications of a call, each asked by itself; records nothing. */
@Injectable()
export class PreviewSome {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table; of one application that would be refused the answer says why. */
  async run(actor: Actor, idOrNumber: string, request: AmendmentRequest): Promise<AmendmentPreview> {
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody: request.actingBody }));
    const call = await this.queries.findCall(actor.person, idOrNumber);
    if (call === undefined) throw unseen();
    const now = await this.clock.now();
    const previews: Previewed[] = [];
    const refused: AmendmentPreview['refused'] = [];
    for (const application of new Set(request.applications)) {
      try {
        previews.push(await this.one(actor, application, call.id, request, now));
      } catch (error) {
        const { code, detail } = refusedOne(error);
        refused.push({ application, code, detail });
      }
    }
    return { ...summed(previews), refused };
  }

  private async one(
    actor: Actor,
    application: string,
    call: string,
    request: AmendmentRequest,
    now: number,
  ): Promise<Previewed> {
    const { id, resource } = await seenApplication(this.queries, actor, application);
    demand(can(actor, 'amendTerm', resource, { actingBody: request.actingBody }));
    const file = await this.files.read(actor.person, id);
    if (file === undefined) throw unseen();
    const { definition, streams } = file;
    const fact = amendmentInCase(file, request, { call, actor: actor.person, at: localAt(now) });
    if (isRefused(fact)) return accepted({ ok: false, refused: fact });
    const refused = admit(fact, definition, streams, now);
    if (refused !== undefined) return accepted({ ok: false, refused });
    return previewed(file, { ...streams, application: withFact(streams.application, fact, now) }, now);
  }
}
