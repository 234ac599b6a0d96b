import { Injectable } from '@nestjs/common';
import { type Actor, can } from '#domain/access/can.js';
import { accepted } from '../application/accepted.js';
import { demand } from '../identity/demand.js';
import { Definitions } from '../ports/definitions.js';
import { Refusal } from '../refusal.js';
import { inItalian } from './definition-faults.js';
import { readDefinition } from './load-definition.js';

/** Loads a call definition that an office wrote: a new kind of call without a programmer. */
@Injectable()
export class KeepDefinition {
  constructor(private readonly definitions: Definitions) {}

  /** @throws Refusal `DEF-00` with each fault and its place; `DEF-20` for a version that exists with other content. */
  async run(actor: Actor, actingBody: string, json: unknown): Promise<{ id: string; version: number }> {
    demand(can(actor, 'launchCall', { union: actor.union, bodies: [] }, { actingBody }));
    const read = readDefinition(json);
    if (!read.ok) {
      const fields = read.faults.map((fault) => ({
        path: fault.at,
        message: `${fault.code}: ${inItalian(fault)}`,
      }));
      throw new Refusal(
        'DEF-00',
        'Il modello di avviso ha degli errori: correggi i punti indicati e ricaricalo.',
        { fields },
      );
    }
    return accepted(await this.definitions.keep({ as: 'person', person: actor.person }, read.definition));
  }
}
