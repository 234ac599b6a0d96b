import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { AcceptInvitation } from '#use-cases/identity/accept-invitation.js';
import { AdmitAttempt } from '#use-cases/identity/admit-attempt.js';
import { ChangePassword } from '#use-cases/identity/change-password.js';
import { CreateToken } from '#use-cases/identity/create-token.js';
import { Invite } from '#use-cases/identity/invite.js';
import { LookAtInvitation } from '#use-cases/identity/look-at-invitation.js';
import { MySessions } from '#use-cases/identity/my-sessions.js';
import { OpenSession } from '#use-cases/identity/open-session.js';
import { Pseudonymise } from '#use-cases/identity/pseudonymise.js';
import { Recognise } from '#use-cases/identity/recognise.js';
import { SignInCode } from '#use-cases/identity/sign-in-code.js';
import { SignIn } from '#use-cases/identity/sign-in.js';
import { SignOut } from '#use-cases/identity/sign-out.js';
import { ProblemFilter } from '../problem.js';
import { InvitationsController } from './invitations.controller.js';
import { MeController } from './me.controller.js';
import { SameSiteGuard } from './same-site.guard.js';
import { SessionsController } from './sessions.controller.js';
import { ReadableGuard } from '../readable.guard.js';
import { SignedInGuard } from './signed-in.guard.js';
import { TokensController } from './tokens.controller.js';

/**
 * Sign-in, invitations, tokens, and what holds for every route: the guards, and the form of errors. The ports (`Accounts`, `People`, `Passwords`, `Secrets`, `AccountPost`, `Office`) and `COOKIE_OPTIONS` come from a global module of
 * `app.module.ts`.
 */
@Module({
  controllers: [SessionsController, MeController, InvitationsController, TokensController],
  providers: [
    AdmitAttempt,
    OpenSession,
    SignIn,
    SignInCode,
    SignOut,
    MySessions,
    ChangePassword,
    Recognise,
    Invite,
    AcceptInvitation,
    LookAtInvitation,
    CreateToken,
    Pseudonymise,
    { provide: APP_GUARD, useClass: ReadableGuard },
    { provide: APP_GUARD, useClass: SameSiteGuard },
    { provide: APP_GUARD, useClass: SignedInGuard },
    { provide: APP_FILTER, useClass: ProblemFilter },
  ],
  exports: [Recognise, Pseudonymise, Invite],
})
export class IdentityModule {}
