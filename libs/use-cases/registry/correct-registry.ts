import { Injectable } from '@nestjs/common';
import type { ClosedPeriod, RegistryPart } from '#contracts/registry.js';
import { type Actor, can } from '#domain/access/can.js';
import { isoInstant } from '#domain/calendar/local-date.js';
import { demand, unseen } from '../identity/demand.js';
import { Clock } from '../clock.js';
import { overtaken } from '../overtaken.js';
import { Registry, type RegistryCorrection } from '../ports/registry.js';
import type { Overtaken, Refusal } from '../refusal.js';

/**
 * Brings what is known of a body up to date: residents, agreements, patron day, closed weeks. No fact of any stream: an
 * application keeps the numbers with which it was launched. Who changed what, and when, is kept.
 */
@Injectable()
export class CorrectRegistry {
  constructor(
    private readonly registry: Registry,
    private readonly clock: Clock,
  ) {}

  /**
   * @param seen version of the part as it was read; undefined: written all the same.
   * @throws Refusal of `demand`; `ACC-404` for a body that the union does not have; `ENTE-01` when another person was
   * quicker.
   */
  async run(
    actor: Actor,
    actingBody: string,
    body: string,
    correction: RegistryCorrection,
    seen: number | undefined,
  ): Promise<void> {
    this.demand(actor, actingBody);
    const done = await this.registry.correct(actor.person, body, correction, seen);
    if (done === 'absent') throw unseen();
    if (done !== 'corrected') throw await this.late(`${WHAT[correction.part]} di questo ente`, done);
  }

  /**
   * Sets the weeks of the union and of the bodies that have none of their own.
   * @returns names of the bodies that follow.
   * @throws Refusal of `demand`; `ENTE-01` when another person was quicker.
   */
  async closedPeriods(
    actor: Actor,
    actingBody: string,
    periods: readonly ClosedPeriod[],
    seen: number | undefined,
  ): Promise<string[]> {
    this.demand(actor, actingBody);
    const done = await this.registry.correctClosedPeriods(actor.person, periods, seen);
    if ('changes' in done) throw await this.late(`${WHAT.closedPeriods} di tutti`, done);
    return done;
  }

  private async late(what: string, { changes }: Overtaken): Promise<Refusal> {
    return overtaken('ENTE-01', what, changes, isoInstant(await this.clock.now()));
  }

  private demand(actor: Actor, actingBody: string): void {
    demand(can(actor, 'correctRegistry', { union: actor.union, bodies: [] }, { actingBody }));
  }
}

const WHAT: Readonly<Record<RegistryPart, string>> = {
  residents: 'gli abitanti',
  agreements: 'le funzioni affidate',
  patronDay: 'il santo patrono',
  closedPeriods: 'le chiusure',
};
