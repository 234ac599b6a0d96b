import { Injectable } from '@nestjs/common';
import type { DefinitionList } from '#contracts/calls.js';
import { type Actor, can } from '#domain/access/can.js';
import type { CallDefinition } from '#domain/call/definition.js';
import { demand } from '../identity/demand.js';
import { Definitions } from '../ports/definitions.js';
import { unknownDefinition } from './launch-call.js';

/** The definitions that a call can be launched from. */
@Injectable()
export class ReadDefinitions {
  constructor(private readonly definitions: Definitions) {}

  async list(actor: Actor): Promise<DefinitionList> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    return { definitions: await this.definitions.list({ as: 'person', person: actor.person }) };
  }

  /** @throws Refusal `AVV-404` for one that is not there. */
  async read(actor: Actor, id: string, version: string): Promise<CallDefinition> {
    demand(can(actor, 'readCall', { union: actor.union, bodies: [] }));
    const by = { as: 'person' as const, person: actor.person };
    const known = /^\d{1,6}$/.test(version)
      ? await this.definitions.find(by, { id, version: Number(version) })
      : undefined;
    if (known === undefined) throw unknownDefinition();
    return known.definition;
  }
}
