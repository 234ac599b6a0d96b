import { Injectable } from '@nestjs/common';
import type { AmendmentPreview, AmendmentPreviewRequest } from '#contracts/call-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { admitInCall } from '#domain/call/admit-in-call.js';
import { localAt } from '#domain/calendar/local-date.js';
import type { NewFact, TermAmended } from '#domain/fact/fact.js';
import { accepted } from '../application/accepted.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { withFact } from '../preview/case-input.js';
import { casePreview } from '../preview/case-preview.js';

/** Says what an act about a term would do to each application of a call; records nothing. */
@Injectable()
export class PreviewAmendment {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table, or as the act itself would be refused. */
  async run(actor: Actor, idOrNumber: string, request: AmendmentPreviewRequest): Promise<AmendmentPreview> {
    const { actingBody, onBehalfOf: _none, applications, ...body } = request;
    demand(can(actor, 'amendTerm', { union: actor.union, bodies: [] }, { actingBody }));
    const found = await this.queries.findCall(actor.person, idOrNumber);
    const call = found === undefined ? undefined : await this.files.call(actor.person, found.id);
    if (call === undefined) throw unseen();
    const now = await this.clock.now();
    const at = localAt(now);
    const fact: NewFact = {
      type: 'term.amended',
      legalDate: at.date,
      legalTime: at.time,
      legalSource: 'received',
      channel: 'web',
      actor: actor.person,
      body: body as TermAmended,
    };
    const refused = admitInCall(fact, call.definition, call.facts, at.date);
    if (refused !== undefined) accepted({ ok: false, refused });
    const files = (await this.files.ofCall(actor.person, call.id)).filter(
      ({ id }) => applications === undefined || applications.includes(id),
    );
    const told = new Set<string>();
    const previews = files.map((file) => {
      const streams = { ...file.streams, call: withFact(file.streams.call, fact, now) };
      return casePreview(file, streams, now, (person) => told.add(person));
    });
    const moves = previews.filter((each) => each.terms.length > 0);
    const sum = (of: 'cancelled' | 'moved' | 'planned') =>
      previews.reduce((total, each) => total + each.messages[of].length, 0);
    return {
      applications: previews,
      moves: moves.length,
      stays: previews.length - moves.length,
      mails: { cancelled: sum('cancelled'), moved: sum('moved'), planned: sum('planned') },
      people: told.size,
      cents: files
        .filter((file) => moves.some((each) => each.application.id === file.id))
        .reduce((total, file) => total + file.amountCents, 0),
    };
  }
}
