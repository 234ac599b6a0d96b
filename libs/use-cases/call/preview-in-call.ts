import { Injectable } from '@nestjs/common';
import type { AmendmentPreview } from '#contracts/call-page.js';
import type { CasePreview } from '#contracts/preview.js';
import { type Actor, can } from '#domain/access/can.js';
import type { Streams } from '#domain/application/case/case.js';
import { admitInCall } from '#domain/call/admit-in-call.js';
import { localAt } from '#domain/calendar/local-date.js';
import { isTouched } from '#domain/simulation/touched.js';
import { accepted } from '../application/accepted.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { type CaseFile, CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { withFact } from '../preview/case-input.js';
import { casePreview } from '../preview/case-preview.js';
import { sentAmong } from '../record/sent-among.js';
import { type CallAct, isRefused } from './call-acts.js';

/** Says what an act about a call would do to each of its applications; records nothing. */
@Injectable()
export class PreviewInCall {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table, or as the act itself would be refused. */
  async run(
    actor: Actor,
    idOrNumber: string,
    action: 'amendTerm' | 'launchCall',
    actingBody: string,
    act: CallAct,
  ): Promise<AmendmentPreview> {
    demand(can(actor, action, { union: actor.union, bodies: [] }, { actingBody }));
    const found = await this.queries.findCall(actor.person, idOrNumber);
    const call = found === undefined ? undefined : await this.files.call(actor.person, found.id);
    if (call === undefined) throw unseen();
    const all = await this.files.ofCall(actor.person, call.id);
    const now = await this.clock.now();
    const at = localAt(now);
    const sent = sentAmong(
      call.definition,
      all.map((file) => file.streams.application),
    );
    const fact = act({ facts: call.facts, sent, now, at, actor: actor.person });
    if (isRefused(fact)) return accepted({ ok: false, refused: fact });
    const refused = admitInCall(fact, call.definition, call.facts, at.date);
    if (refused !== undefined) return accepted({ ok: false, refused });
    const previews: Previewed[] = [];
    for (const file of all) {
      const changed = { ...file.streams, call: withFact(file.streams.call, fact, now) };
      previews.push(await previewed(file, changed, now));
    }
    return { ...summed(previews), refused: [] };
  }
}

/** What would change in one application, and for how much money. */
export interface Previewed {
  preview: CasePreview;
  /** People who are told of it. */
  told: string[];
  cents: number;
}

export async function previewed(file: CaseFile, changed: Streams, now: number): Promise<Previewed> {
  const told: string[] = [];
  const preview = await casePreview(file, changed, now, (person) => told.push(person));
  return { preview, told, cents: file.amountCents };
}

export function summed(all: readonly Previewed[]): Omit<AmendmentPreview, 'refused'> {
  const previews = all.map((each) => each.preview);
  const moved = all.filter((each) => isTouched(each.preview));
  const sum = (of: 'cancelled' | 'moved' | 'planned') =>
    previews.reduce((total, each) => total + each.messages[of].length, 0);
  return {
    applications: previews,
    moves: moved.length,
    stays: previews.length - moved.length,
    mails: { cancelled: sum('cancelled'), moved: sum('moved'), planned: sum('planned') },
    people: new Set(all.flatMap((each) => each.told)).size,
    cents: moved.reduce((total, each) => total + each.cents, 0),
  };
}
