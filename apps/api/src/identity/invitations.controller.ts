import { Body, Controller, Header, HttpCode, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  acceptInvitationRequest,
  type AcceptInvitationRequest,
  type InvitationAnswer,
  type InvitationLookAnswer,
  invitationRequest,
  type InvitationRequest,
  lookAtInvitationRequest,
  type LookAtInvitationRequest,
} from '#contracts/identity.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { AcceptInvitation } from '#use-cases/identity/accept-invitation.js';
import { LookAtInvitation } from '#use-cases/identity/look-at-invitation.js';
import { Invite } from '#use-cases/identity/invite.js';
import { Open, type SignedIn, Who } from './signed-in.js';

@ApiTags('identity')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly lookAtInvitation: LookAtInvitation,
  ) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'invite',
    summary: 'Invita una persona nuova, o di nuovo una persona già presente.',
  })
  async create(
    @Who() { actor, profile }: SignedIn,
    @Body({ schema: invitationRequest }) body: InvitationRequest,
  ): Promise<InvitationAnswer> {
    const acting = actingIn(body);
    const by = { name: profile.name, union: profile.union.name };
    const { person, secret, expiresAt, mailed } =
      'person' in body
        ? await this.invite.again(actor, acting, by, body.person)
        : await this.invite.newPerson(actor, acting, by, {
            name: body.name,
            email: body.email,
            memberships: body.memberships,
            ...(body.phone === undefined ? {} : { phone: body.phone }),
          });
    return { person, invitation: secret, expiresAt, mailed };
  }

  @Open()
  @Post('look')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'lookAtInvitation', summary: 'Per chi è un invito che vale ancora.' })
  look(
    @Body({ schema: lookAtInvitationRequest }) body: LookAtInvitationRequest,
    @Req() request: FastifyRequest,
  ): Promise<InvitationLookAnswer> {
    return this.lookAtInvitation.run(body.invitation, request.ip);
  }

  @Open()
  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Sceglie la password; poi si può accedere.' })
  async accept(@Body({ schema: acceptInvitationRequest }) body: AcceptInvitationRequest): Promise<void> {
    await this.acceptInvitation.run(body.invitation, body.password);
  }
}
