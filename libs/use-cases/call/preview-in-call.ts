import { Injectable } from '@nestjs/common';
import type { AmendmentPreview } from '#contracts/call-page.js';
import type { CasePreview } from '#contracts/preview.js';
import { type Actor, can } from '#domain/access/can.js';
import { readCase } from '#domain/application/case/case.js';
import { isSent } from '#domain/application/case/sent.js';
import { localAt } from '#domain/calendar/local-date.js';
import { isTouched } from '#domain/simulation/touched.js';
import { accepted } from '../application/accepted.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { type CallFile, type CaseFile, CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { withFact } from '../preview/case-input.js';
import { casePreview } from '../preview/case-preview.js';
import { type CallAct, type CallBefore, isRefused } from './call-acts.js';

/** Says what an act about a call would do to each of its applications; records nothing. */
@Injectable()
export class PreviewInCall {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /**
   * @param applications ids, when the act is meant for these only.
   * @throws Refusal of the policy table, or as the act itself would be refused.
   */
  async run(
    actor: Actor,
    idOrNumber: string,
    action: 'amendTerm' | 'launchCall',
    actingBody: string,
    act: (before: CallBefore, call: CallFile) => ReturnType<CallAct>,
    applications?: readonly string[],
  ): Promise<AmendmentPreview> {
    demand(can(actor, action, { union: actor.union, bodies: [] }, { actingBody }));
    const found = await this.queries.findCall(actor.person, idOrNumber);
    const call = found === undefined ? undefined : await this.files.call(actor.person, found.id);
    if (call === undefined) throw unseen();
    const all = await this.files.ofCall(actor.person, call.id);
    const now = await this.clock.now();
    const before = { facts: call.facts, sent: sentOf(all), now, at: localAt(now), actor: actor.person };
    const fact = act(before, call);
    if (isRefused(fact)) return accepted({ ok: false, refused: fact });
    const files = all.filter(({ id }) => applications === undefined || applications.includes(id));
    const told = new Set<string>();
    const previews = files.map((file) => {
      const streams = { ...file.streams, call: withFact(file.streams.call, fact, now) };
      return casePreview(file, streams, now, (person) => told.add(person));
    });
    return summed(files, previews, told.size);
  }
}

function sentOf(files: readonly CaseFile[]): number {
  return files.filter((file) => isSent(file.definition, readCase(file.definition, file.streams).path)).length;
}

function summed(files: readonly CaseFile[], previews: CasePreview[], people: number): AmendmentPreview {
  const moves = previews.filter((each) => isTouched(each));
  const sum = (of: 'cancelled' | 'moved' | 'planned') =>
    previews.reduce((total, each) => total + each.messages[of].length, 0);
  return {
    applications: previews,
    moves: moves.length,
    stays: previews.length - moves.length,
    mails: { cancelled: sum('cancelled'), moved: sum('moved'), planned: sum('planned') },
    people,
    cents: files
      .filter((file) => moves.some((each) => each.application.id === file.id))
      .reduce((total, file) => total + file.amountCents, 0),
  };
}
