import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  acceptInvitationRequest,
  type AcceptInvitationRequest,
  type InvitationAnswer,
  invitationRequest,
  type InvitationRequest,
} from '#contracts/identity.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { AcceptInvitation } from '#use-cases/identity/accept-invitation.js';
import { Invite } from '#use-cases/identity/invite.js';
import { Open, type SignedIn, Who } from './signed-in.js';

@ApiTags('identity')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Post()
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'invite',
    summary: 'Invita una persona nuova, o di nuovo una persona già presente.',
  })
  async create(
    @Who() { actor }: SignedIn,
    @Body({ schema: invitationRequest }) body: InvitationRequest,
  ): Promise<InvitationAnswer> {
    const acting = actingIn(body);
    const { person, secret, expiresAt } =
      'person' in body
        ? await this.invite.again(actor, acting, body.person)
        : await this.invite.newPerson(actor, acting, {
            name: body.name,
            email: body.email,
            memberships: body.memberships,
            ...(body.phone === undefined ? {} : { phone: body.phone }),
          });
    return { person, invitation: secret, expiresAt };
  }

  @Open()
  @Post('accept')
  @HttpCode(204)
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Sceglie la password; poi si può accedere.' })
  async accept(@Body({ schema: acceptInvitationRequest }) body: AcceptInvitationRequest): Promise<void> {
    await this.acceptInvitation.run(body.invitation, body.password);
  }
}
