import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  absenceRequest,
  type AbsenceRequest,
  cancelAbsenceRequest,
  type CancelAbsenceRequest,
  capabilityKind,
  type CapabilityKind,
  capabilityRequest,
  type CapabilityRequest,
  endRoleRequest,
  type EndRoleRequest,
  giveRoleRequest,
  type GiveRoleRequest,
  idParameter,
} from '#contracts/identity.js';
import { ChangeMandate } from '#use-cases/identity/change-mandate.js';
import { SetAvailability } from '#use-cases/identity/set-availability.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { VersionSeen } from '../entity-tag.js';
import { type SignedIn, Who } from '../identity/signed-in.js';

@ApiTags('registry')
@Controller('people/:id')
export class MandatesController {
  constructor(
    private readonly changeMandate: ChangeMandate,
    private readonly setAvailability: SetAvailability,
  ) {}

  @Post('memberships')
  @HttpCode(204)
  @ApiOperation({ operationId: 'giveRole', summary: 'Dà un incarico a una persona.' })
  async give(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: giveRoleRequest }) body: GiveRoleRequest,
  ): Promise<void> {
    await this.changeMandate.give(actor, actingIn(body), id, {
      body: body.body,
      role: body.role,
      from: body.from,
      ...(body.to === undefined ? {} : { to: body.to }),
      ...(body.application === undefined ? {} : { application: body.application }),
      ...(body.replaces === undefined ? {} : { replaces: body.replaces }),
    });
  }

  @Post('memberships/:membership/end')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endRole', summary: 'Segna l’ultimo giorno di un incarico.' })
  async end(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Param('membership', { schema: idParameter }) membership: string,
    @Body({ schema: endRoleRequest }) body: EndRoleRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.changeMandate.end(actor, actingIn(body), id, membership, body.to, seen);
  }

  @Post('absences')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setAbsence', summary: 'Segna un’assenza e chi sostituisce.' })
  async absence(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: absenceRequest }) body: AbsenceRequest,
  ): Promise<void> {
    await this.setAvailability.absence(actor, actingIn(body), id, {
      from: body.from,
      to: body.to,
      ...(body.substitute === undefined ? {} : { substitute: body.substitute }),
    });
  }

  @Post('absences/cancellation')
  @HttpCode(204)
  @ApiOperation({ operationId: 'cancelAbsence', summary: 'Toglie un’assenza.' })
  async cancelAbsence(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Body({ schema: cancelAbsenceRequest }) body: CancelAbsenceRequest,
  ): Promise<void> {
    await this.setAvailability.cancelAbsence(actor, actingIn(body), id, body.from);
  }

  @Put('capabilities/:kind')
  @HttpCode(204)
  @ApiOperation({ operationId: 'setCapability', summary: 'Segna un’abilitazione e quando scade.' })
  async capability(
    @Who() { actor }: SignedIn,
    @Param('id', { schema: idParameter }) id: string,
    @Param('kind', { schema: capabilityKind }) kind: CapabilityKind,
    @Body({ schema: capabilityRequest }) body: CapabilityRequest,
    @VersionSeen() seen: number | undefined,
  ): Promise<void> {
    await this.setAvailability.capability(actor, actingIn(body), id, kind, body.expiresOn, seen);
  }
}
