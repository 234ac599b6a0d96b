import { Injectable } from '@nestjs/common';
import type { ApplicationMessages } from '#contracts/messages.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';
import { seenApplication } from './seen-application.js';

/** What was decided to be told about one application, and what became of it. */
@Injectable()
export class ReadMessages {
  constructor(private readonly queries: CaseQueries) {}

  async run(actor: Actor, idOrNumber: string): Promise<ApplicationMessages> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readMessages', resource));
    return { messages: await this.queries.messages(actor.person, id) };
  }
}
