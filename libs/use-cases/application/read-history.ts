import { Injectable } from '@nestjs/common';
import type { History } from '#contracts/history.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { historyLines } from './page/history-lines.js';
import { seenApplication } from './seen-application.js';

/** The history of one application, in sentences. */
@Injectable()
export class ReadHistory {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
  ) {}

  /** @throws Refusal of the policy table. */
  async run(actor: Actor, idOrNumber: string): Promise<History> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readHistory', resource));
    const file = await this.files.read(actor.person, id);
    if (file === undefined) throw unseen();
    const hashes = await this.files.hashes(actor.person, [id, file.call.id]);
    const { application, call } = file.streams;
    return { facts: historyLines(file, application, hashes), callFacts: historyLines(file, call, hashes) };
  }
}
