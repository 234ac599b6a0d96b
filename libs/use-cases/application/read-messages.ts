import { Injectable } from '@nestjs/common';
import type { ApplicationMessages } from '#contracts/messages.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand } from '../identity/demand.js';
import { MailQueries } from '../ports/mail-queries.js';
import { toldAt } from '../message/told-at.js';
import { Clock } from '../clock.js';
import { CaseQueries } from '../ports/case-queries.js';
import { seenApplication } from './seen-application.js';

/** What was decided to be told about one application, and what became of it. */
@Injectable()
export class ReadMessages {
  constructor(
    private readonly queries: CaseQueries,
    private readonly mails: MailQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, idOrNumber: string): Promise<ApplicationMessages> {
    const { id, resource } = await seenApplication(this.queries, actor, idOrNumber);
    demand(can(actor, 'readMessages', resource));
    const listed = await this.queries.messages(actor.person, id);
    const waiting = listed.filter(({ state, mail }) => state === 'pending' && mail === null);
    const people = [...new Set(waiting.map(({ personId }) => personId))];
    const hours =
      people.length === 0
        ? new Map<string, string>()
        : toldAt(await this.mails.waiting(actor.person, people), await this.clock.now());
    return {
      messages: listed.map(({ id: message, personId: _personId, ...line }) => {
        const goesAt = hours.get(message);
        return goesAt === undefined ? line : { ...line, goesAt };
      }),
    };
  }
}
