import { Injectable } from '@nestjs/common';
import type { ApplicationList } from '#contracts/desk.js';
import type { Actor } from '#domain/access/can.js';
import { Clock } from '../clock.js';
import { DeskQueries } from '../ports/desk-queries.js';
import { applicationLine } from './application-line.js';
import { seenBy } from './seen.js';

/** All applications that a person sees, each with whose turn it is. */
@Injectable()
export class ListApplications {
  constructor(
    private readonly queries: DeskQueries,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor): Promise<ApplicationList> {
    const { applications, who, at } = await seenBy(actor, this.queries, this.clock);
    return {
      on: at.date,
      at: at.time.slice(0, 5),
      applications: applications.map((each) => applicationLine(each, who, at)),
    };
  }
}
