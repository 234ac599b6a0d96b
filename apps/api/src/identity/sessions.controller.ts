import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type MeAnswer, type SessionAnswer, signInRequest, type SignInRequest } from '#contracts/identity.js';
import { roleInWords } from '#domain/people/role-words.js';
import { SignIn } from '#use-cases/identity/sign-in.js';
import { SignOut } from '#use-cases/identity/sign-out.js';
import { type CookieOptions, forgottenCookie, sessionCookie } from './session-cookie.js';
import { COOKIE_OPTIONS } from './signed-in.guard.js';
import { Open, type SignedIn, Who } from './signed-in.js';

@ApiTags('identity')
@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Open()
  @Post('sessions')
  @ApiOperation({ operationId: 'signIn', summary: 'Accede con e-mail e password; la sessione è nel cookie.' })
  async open(
    @Body({ schema: signInRequest }) body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const userAgent = request.headers['user-agent'];
    const { person, secret, expiresAt } = await this.signIn.run({
      ...body,
      address: request.ip,
      ...(userAgent === undefined ? {} : { userAgent }),
    });
    void reply.header('set-cookie', sessionCookie(secret, expiresAt, this.cookies));
    void reply.header('cache-control', 'no-store');
    return { person, expiresAt };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Esce: la sessione non vale più.' })
  async close(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (who.session !== undefined) await this.signOut.run(who.profile.person, who.session);
    void reply.header('set-cookie', forgottenCookie(this.cookies));
  }

  @Get('me')
  @ApiOperation({ operationId: 'me', summary: 'Chi sono e quali incarichi ho oggi.' })
  me(@Who() { profile }: SignedIn): MeAnswer {
    return {
      person: profile.person,
      name: profile.name,
      email: profile.email,
      union: profile.union,
      unionBody: profile.unionBody,
      mandates: profile.mandates.map((each) => ({ ...each, roleInWords: roleInWords(each.role) })),
    };
  }
}
