import { Controller } from '@nestjs/common';
import type { ClosedPeriodsAnswer, RegisteredUnion, RegistryCorrections } from '#contracts/registry.js';
import { CorrectRegistry } from '#use-cases/registry/correct-registry.js';
import { ReadRegistry } from '#use-cases/registry/read-registry.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class RegistryController {
  constructor(
    private readonly readRegistry: ReadRegistry,
    private readonly correct: CorrectRegistry,
  ) {}

  @Answers('GET /registry')
  read(@Ask() { actor }: Asked<'GET /registry'>): Promise<RegisteredUnion> {
    return this.readRegistry.union(actor);
  }

  @Answers('PUT /registry/closed-periods')
  async closedPeriodsOfAll(
    @Ask() { actor, body, seen }: Asked<'PUT /registry/closed-periods'>,
  ): Promise<ClosedPeriodsAnswer> {
    return { bodies: await this.correct.closedPeriods(actor, body.actingBody, body.periods, seen) };
  }

  @Answers('GET /registry/bodies/:id/corrections')
  corrections(
    @Ask() { actor, params }: Asked<'GET /registry/bodies/:id/corrections'>,
  ): Promise<RegistryCorrections> {
    return this.readRegistry.corrections(actor, params.id);
  }

  @Answers('PUT /registry/bodies/:id/residents')
  async residents(
    @Ask() { actor, params, body, seen }: Asked<'PUT /registry/bodies/:id/residents'>,
  ): Promise<void> {
    const right = { part: 'residents', residents: body.residents } as const;
    await this.correct.run(actor, body.actingBody, params.id, right, seen);
  }

  @Answers('PUT /registry/bodies/:id/agreements')
  async agreements(
    @Ask() { actor, params, body, seen }: Asked<'PUT /registry/bodies/:id/agreements'>,
  ): Promise<void> {
    const agreements = body.agreements.map(({ to, ...agreement }) => ({
      ...agreement,
      ...(to === undefined ? {} : { to }),
    }));
    await this.correct.run(actor, body.actingBody, params.id, { part: 'agreements', agreements }, seen);
  }

  @Answers('PUT /registry/bodies/:id/patron-day')
  async patronDay(
    @Ask() { actor, params, body, seen }: Asked<'PUT /registry/bodies/:id/patron-day'>,
  ): Promise<void> {
    const { actingBody, day, source } = body;
    await this.correct.run(actor, actingBody, params.id, { part: 'patronDay', day, source }, seen);
  }

  @Answers('PUT /registry/bodies/:id/closed-periods')
  async closedPeriods(
    @Ask() { actor, params, body, seen }: Asked<'PUT /registry/bodies/:id/closed-periods'>,
  ): Promise<void> {
    const { actingBody, periods } = body;
    await this.correct.run(actor, actingBody, params.id, { part: 'closedPeriods', periods }, seen);
  }
}
