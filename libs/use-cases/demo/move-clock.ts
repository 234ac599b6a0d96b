import { Injectable } from '@nestjs/common';
import type { ClockRequest } from '#contracts/application.js';
import { type Actor, can } from '#domain/access/can.js';
import { epochMs, instantOf, type LocalMoment, localAt } from '#domain/calendar/local-date.js';
import { Clock } from '../clock.js';
import { demand } from '../identity/demand.js';
import { DemoClock } from '../ports/demo-clock.js';
import { Refusal } from '../refusal.js';

/** Moves the demo's clock ahead, never back, and wakes every stream. */
@Injectable()
export class MoveClock {
  constructor(
    private readonly clock: Clock,
    private readonly demo: DemoClock,
  ) {}

  async now(): Promise<LocalMoment> {
    return localAt(await this.clock.now());
  }

  /** @throws Refusal `OROL-01` outside the demo, `OROL-02` when it would go back, `TIME-02` for an hour that is skipped. */
  async run(actor: Actor, request: ClockRequest): Promise<LocalMoment> {
    demand(can(actor, 'moveClock', { union: actor.union, bodies: [] }, { actingBody: request.actingBody }));
    if (!this.demo.movable) {
      throw new Refusal('OROL-01', 'L’orologio si sposta solo nella dimostrazione.');
    }
    const now = await this.clock.now();
    const to = await this.target(request, now);
    if (to === undefined || to <= now) {
      throw new Refusal('OROL-02', 'L’orologio va solo avanti: scegli un momento che deve ancora venire.');
    }
    await this.demo.moveTo(actor.person, to);
    return localAt(to);
  }

  private async target(request: ClockRequest, now: number): Promise<number | undefined> {
    if ('forwardSeconds' in request) return now + request.forwardSeconds * 1000;
    if ('to' in request) {
      const at = instantOf(request.to.date, request.to.time);
      if (!at.ok) throw new Refusal(at.code, at.message);
      return epochMs(at.instant);
    }
    return this.demo.nextMoment(now);
  }
}
