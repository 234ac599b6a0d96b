import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { idParameter } from '#contracts/identity.js';
import {
  type AgreementsRequest,
  agreementsRequest,
  type ClosedPeriodsAnswer,
  type ClosedPeriodsRequest,
  closedPeriodsRequest,
  type PatronDayRequest,
  patronDayRequest,
  type RegisteredUnion,
  type ResidentsRequest,
  residentsRequest,
} from '#contracts/registry.js';
import { entryOf } from '#domain/access/body-entry.js';
import { can } from '#domain/access/can.js';
import { demand, unseen } from '#use-cases/identity/demand.js';
import { type KeptCorrection, Registry } from '#use-cases/ports/registry.js';
import { CorrectRegistry } from '#use-cases/registry/correct-registry.js';
import { VersionSeen } from '../entity-tag.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('registry')
@Controller('registry')
export class RegistryController {
  constructor(
    private readonly registry: Registry,
    private readonly correct: CorrectRegistry,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'registry',
    summary:
      'L’Unione e i suoi enti, con abitanti e convenzioni; per chi lavora in un Comune, il suo e l’Unione.',
  })
  async read(@Who() { actor }: SignedIn): Promise<RegisteredUnion> {
    demand(can(actor, 'readRegistry', { union: actor.union, bodies: [] }));
    const union = await this.registry.unionOf(actor.person);
    if (union === undefined) throw unseen();
    const bodies = union.bodies.filter((each) => can(actor, 'readRegistry', entryOf(actor, each.id)).allowed);
    return { ...union, bodies };
  }

  @Put('closed-periods')
  @ApiOperation({
    operationId: 'setClosedPeriods',
    summary: 'Le settimane di chiusura dell’Unione e di chi non ne ha di sue.',
  })
  async closedPeriodsOfAll(
    @Who() { actor }: SignedIn,
    @Body({ schema: closedPeriodsRequest }) { actingBody, periods }: ClosedPeriodsRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<ClosedPeriodsAnswer> {
    return { bodies: await this.correct.closedPeriods(actor, actingBody, periods, seen) };
  }

  @Get('bodies/:id/corrections')
  @ApiOperation({
    operationId: 'registryCorrections',
    summary: 'Chi ha corretto i dati di un ente, e che cosa.',
  })
  async corrections(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
  ): Promise<{ corrections: KeptCorrection[] }> {
    demand(can(actor, 'readRegistry', entryOf(actor, id)));
    const corrections = await this.registry.corrections(actor.person, id);
    if (corrections === undefined) throw unseen();
    return { corrections };
  }

  @Put('bodies/:id/residents')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setResidents', summary: 'Gli abitanti di un ente, per data e fonte.' })
  async residents(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: residentsRequest }) { actingBody, residents }: ResidentsRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.correct.run(actor, actingBody, id, { part: 'residents', residents }, seen);
  }

  @Put('bodies/:id/agreements')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'setAgreements',
    summary: 'Le funzioni che un ente ha affidato all’Unione.',
  })
  async agreements(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: agreementsRequest }) { actingBody, agreements }: AgreementsRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.correct.run(
      actor,
      actingBody,
      id,
      {
        part: 'agreements',
        agreements: agreements.map(({ to, ...agreement }) => ({
          ...agreement,
          ...(to === undefined ? {} : { to }),
        })),
      },
      seen,
    );
  }

  @Put('bodies/:id/patron-day')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setPatronDay', summary: 'Il giorno del santo patrono di un ente.' })
  async patronDay(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: patronDayRequest }) { actingBody, day, source }: PatronDayRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.correct.run(actor, actingBody, id, { part: 'patronDay', day, source }, seen);
  }

  @Put('bodies/:id/closed-periods')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setBodyClosedPeriods', summary: 'Le settimane in cui un ente è chiuso.' })
  async closedPeriods(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: closedPeriodsRequest }) { actingBody, periods }: ClosedPeriodsRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.correct.run(actor, actingBody, id, { part: 'closedPeriods', periods }, seen);
  }
}
