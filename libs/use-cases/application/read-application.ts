import { Injectable } from '@nestjs/common';
import type { ApplicationPage } from '#contracts/application-page.js';
import { type Actor, can } from '#domain/access/can.js';
import { Clock } from '../clock.js';
import { demand, unseen } from '../identity/demand.js';
import { CaseFiles } from '../ports/case-files.js';
import { CaseQueries } from '../ports/case-queries.js';
import { applicationPage } from './page/application-page.js';
import { seenApplication } from './seen-application.js';

/** The page of one application, as the person who asks may see it. */
@Injectable()
export class ReadApplication {
  constructor(
    private readonly queries: CaseQueries,
    private readonly files: CaseFiles,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal of the policy table. */
  async run(actor: Actor, idOrNumber: string): Promise<ApplicationPage> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readApplication', resource));
    const file = await this.files.read(actor.person, id);
    if (file === undefined) throw unseen();
    return applicationPage(file, actor, await this.clock.now());
  }
}
