import { Injectable } from '@nestjs/common';
import type { ClosedPeriod } from '#contracts/registry.js';
import { type Actor, can } from '#domain/access/can.js';
import { demand, unseen } from '../identity/demand.js';
import { Registry, type RegistryCorrection } from '../ports/registry.js';

/**
 * Brings what is known of a body up to date: residents, agreements, patron day, closed weeks. No fact of any stream: an
 * application keeps the numbers with which it was launched. Who changed what, and when, is kept.
 */
@Injectable()
export class CorrectRegistry {
  constructor(private readonly registry: Registry) {}

  /** @throws Refusal of `demand`; `ACC-404` for a body that the union does not have. */
  async run(actor: Actor, actingBody: string, body: string, correction: RegistryCorrection): Promise<void> {
    this.demand(actor, actingBody);
    if (!(await this.registry.correct(actor.person, body, correction))) throw unseen();
  }

  /**
   * Sets the weeks of the union and of the bodies that have none of their own.
   * @returns names of the bodies that follow.
   * @throws Refusal of `demand`.
   */
  async closedPeriods(actor: Actor, actingBody: string, periods: readonly ClosedPeriod[]): Promise<string[]> {
    this.demand(actor, actingBody);
    return this.registry.correctClosedPeriods(actor.person, periods);
  }

  private demand(actor: Actor, actingBody: string): void {
    demand(can(actor, 'correctRegistry', { union: actor.union, bodies: [] }, { actingBody }));
  }
}
