import { Controller, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { InvitationAnswer, InvitationLookAnswer } from '#contracts/identity.js';
import { AcceptInvitation } from '#use-cases/identity/accept-invitation.js';
import { actingIn } from '#use-cases/identity/acting.js';
import { Invite } from '#use-cases/identity/invite.js';
import { LookAtInvitation } from '#use-cases/identity/look-at-invitation.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';

@Controller()
export class InvitationsController {
  constructor(
    private readonly invite: Invite,
    private readonly acceptInvitation: AcceptInvitation,
    private readonly lookAtInvitation: LookAtInvitation,
  ) {}

  @Answers('POST /invitations')
  async create(@Ask() { actor, profile, body }: Asked<'POST /invitations'>): Promise<InvitationAnswer> {
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

  @Answers('POST /invitations/look')
  look(
    @Ask() { body }: Asked<'POST /invitations/look'>,
    @Req() request: FastifyRequest,
  ): Promise<InvitationLookAnswer> {
    return this.lookAtInvitation.run(body.invitation, request.ip);
  }

  @Answers('POST /invitations/accept')
  async accept(@Ask() { body }: Asked<'POST /invitations/accept'>): Promise<void> {
    await this.acceptInvitation.run(body.invitation, body.password);
  }
}
