import { Injectable } from '@nestjs/common';
import type { RegisteredUnion, RegistryCorrections } from '#contracts/registry.js';
import { entryOf } from '#domain/access/body-entry.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand, unseen } from '../identity/demand.js';
import { Registry } from '../ports/registry.js';

/** What is known of the union and its bodies; who works in a comune reads of that one and of the union. */
@Injectable()
export class ReadRegistry {
  constructor(private readonly registry: Registry) {}

  async union(actor: Actor): Promise<RegisteredUnion> {
    demand(can(actor, 'readRegistry', { union: actor.union, bodies: [] }));
    const union = await this.registry.unionOf(actor.person);
    if (union === undefined) throw unseen();
    const bodies = union.bodies.filter((each) => can(actor, 'readRegistry', entryOf(actor, each.id)).allowed);
    return { ...union, bodies };
  }

  /** Who corrected the entry of a body, and what. @throws Refusal `ACC-404` for a body out of sight. */
  async corrections(actor: Actor, body: string): Promise<RegistryCorrections> {
    demand(can(actor, 'readRegistry', entryOf(actor, body)));
    const corrections = await this.registry.corrections(actor.person, body);
    if (corrections === undefined) throw unseen();
    return { corrections };
  }
}
