import { Injectable } from '@nestjs/common';
import type { CallPage } from '#contracts/call-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { callPage } from './page/call-page.js';

/** The page of one call, with the applications that the person who asks may see. */
@Injectable()
export class ReadCall {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table. */
  async run(actor: Actor, idOrNumber: string): Promise<CallPage> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    const found = await this.queries.findCall(actor.person, idOrNumber);
    const call = found === undefined ? undefined : await this.files.call(actor.person, found.id);
    if (call === undefined) throw unseen();
    const files = (await this.files.ofCall(actor.person, call.id)).filter(
      ({ id, union, participants }) =>
        can(actor, 'readApplication', { union, bodies: participants, application: id }).allowed,
    );
    return callPage(call, files, actor, await this.clock.now());
  }
}
