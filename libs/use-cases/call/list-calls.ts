import { Injectable } from '@nestjs/common';
import type { CallList } from '#contracts/calls.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand } from '../identity/demand.js';
import { CaseQueries } from '../ports/case-queries.js';

/** Calls that run and that are over. */
@Injectable()
export class ListCalls {
  constructor(private readonly queries: CaseQueries) {}

  async run(actor: Actor): Promise<CallList> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    return { calls: await this.queries.calls(actor.person) };
  }
}
