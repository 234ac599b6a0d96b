import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  idParameter,
  type SessionAnswer,
  type SessionsAnswer,
  type SignInCodeAnswer,
  signInCodeRequest,
  type SignInCodeRequest,
  signInRequest,
  type SignInRequest,
} from '#contracts/identity.js';
import { deviceName } from '#domain/access/device-name.js';
import { MySessions } from '#use-cases/identity/my-sessions.js';
import { SignInCode } from '#use-cases/identity/sign-in-code.js';
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
    private readonly signInCode: SignInCode,
    private readonly signOut: SignOut,
    private readonly mySessions: MySessions,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Open()
  @Post('sign-in-codes')
  @HttpCode(202)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'sendSignInCode', summary: 'Manda un codice per accedere, a chi è invitato.' })
  async sendCode(
    @Body({ schema: signInCodeRequest }) body: SignInCodeRequest,
    @Req() request: FastifyRequest,
  ): Promise<SignInCodeAnswer> {
    return { detail: await this.signInCode.send(body.email, request.ip) };
  }

  @Open()
  @Post('sessions')
  @ApiOperation({
    operationId: 'signIn',
    summary: 'Accede con e-mail e password, o con un codice; la sessione è nel cookie.',
  })
  async open(
    @Body({ schema: signInRequest }) { email, password, code, sharedComputer }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const userAgent = request.headers['user-agent'];
    const visitor = {
      address: request.ip,
      sharedComputer,
      ...(userAgent === undefined ? {} : { userAgent }),
    };
    const { person, secret, expiresAt, shared } =
      password === undefined
        ? await this.signInCode.use({ email, code: code ?? '' }, visitor)
        : await this.signIn.run({ email, password }, visitor);
    void reply.header('set-cookie', sessionCookie(secret, shared ? undefined : expiresAt, this.cookies));
    void reply.header('cache-control', 'no-store');
    return { person, expiresAt };
  }

  @Get('sessions')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'listSessions', summary: 'I dispositivi su cui sono entrato.' })
  async list(@Who() who: SignedIn): Promise<SessionsAnswer> {
    const sessions = await this.mySessions.list(who.profile.person, who.session);
    return {
      sessions: sessions.map(
        ({ id, openedAt, lastUsedAt, endsAt, openedBy, shared, userAgent, current }) => ({
          id,
          openedAt,
          lastUsedAt,
          endsAt,
          device: deviceName(userAgent),
          openedBy,
          sharedComputer: shared,
          current,
        }),
      ),
    };
  }

  @Delete('sessions/current')
  @HttpCode(204)
  @ApiOperation({ operationId: 'signOut', summary: 'Esce: la sessione non vale più.' })
  async close(@Who() who: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    if (who.session !== undefined) await this.signOut.run(who.profile.person, who.session);
    void reply.header('set-cookie', forgottenCookie(this.cookies));
  }

  @Delete('sessions/others')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Esce da tutti gli altri dispositivi.' })
  async endOthers(@Who() who: SignedIn): Promise<void> {
    await this.mySessions.endOthers(who.profile.person, who.session);
  }

  @Delete('sessions/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endSession', summary: 'Esce da un dispositivo.' })
  async end(@Who() who: SignedIn, @Param('id', { schema: idParameter }) id: string): Promise<void> {
    await this.mySessions.end(who.profile.person, id);
  }
}
