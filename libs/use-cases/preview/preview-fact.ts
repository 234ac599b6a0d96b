import { Injectable } from '@nestjs/common';
import type { FactRequest } from '#contracts/fact-request.js';
import type { CasePreview } from '#contracts/preview.js';
import type { Actor } from '#domain/access/can.js';
import { admit } from '#domain/application/admit/admit.js';
import { cupOf } from '#domain/application/case/cup-of.js';
import { tidied } from '#domain/application/admit/tidy.js';
import { saidFor } from '#domain/application/may/said-for.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { NewFact } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
import { demandRole } from '../application/demand-role.js';
import { factOf } from '../application/record-fact.js';
import { seenApplication } from '../application/seen-application.js';
import { Clock } from '../clock.js';
import { actingIn } from '../identity/acting.js';
import { unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { casePreview } from './case-preview.js';
import { withFact } from './case-input.js';

/** Says what would change if a fact, most often a correction, were put on record; records nothing. */
@Injectable()
export class PreviewFact {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal as recording it would, but for a proof that is still to be uploaded. */
  async run(actor: Actor, idOrNumber: string, request: FactRequest): Promise<CasePreview> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    const acting = actingIn(request);
    const file = await this.files.read(actor.person, id);
    if (file === undefined) throw unseen();
    const now = await this.clock.now();
    const { definition, streams } = file;
    const told = tidied(withProof(factOf(actor, request, localAt(now))), definition, streams);
    const fact = saidFor(told, acting, actor.unionBody, definition, streams.application);
    demandRole(fact, definition, streams.application, actor, resource, acting);
    const refused = admit(fact, definition, streams, now);
    if (refused !== undefined) accepted({ ok: false, refused });
    const changed = { ...streams, application: withFact(streams.application, fact, now) };
    const cup = cupOf(changed.application);
    const uses =
      cup === undefined || cup === cupOf(streams.application)
        ? file.cupUses
        : await this.files.usesOf(actor.person, file, cup);
    return casePreview(file, changed, now, undefined, uses);
  }
}

function withProof(fact: NewFact): NewFact {
  if (fact.type !== 'milestone.recorded') return fact;
  return { ...fact, body: { proof: 'preview', ...fact.body } };
}
