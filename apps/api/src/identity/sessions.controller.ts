import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionAnswer, SessionsAnswer, SignInCodeAnswer } from '#contracts/identity.js';
import { deviceName } from '#domain/access/device-name.js';
import type { From } from '#use-cases/identity/admit-attempt.js';
import { MySessions } from '#use-cases/identity/my-sessions.js';
import { SignInCode } from '#use-cases/identity/sign-in-code.js';
import { SignIn } from '#use-cases/identity/sign-in.js';
import { SignOut } from '#use-cases/identity/sign-out.js';
import { Answers } from '../route/answers.js';
import { Ask, type Asked } from '../route/ask.js';
import {
  type CookieOptions,
  deviceCookie,
  deviceIn,
  forgottenCookie,
  sessionCookie,
} from './session-cookie.js';
import { COOKIE_OPTIONS } from './signed-in.guard.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signInCode: SignInCode,
    private readonly signOut: SignOut,
    private readonly mySessions: MySessions,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  @Answers('POST /sign-in-codes')
  async sendCode(
    @Ask() { body }: Asked<'POST /sign-in-codes'>,
    @Req() request: FastifyRequest,
  ): Promise<SignInCodeAnswer> {
    return { detail: await this.signInCode.send(body.email, this.from(request)) };
  }

  @Answers('POST /sessions')
  async open(
    @Ask() { body }: Asked<'POST /sessions'>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { email, password, code, sharedComputer } = body;
    const userAgent = request.headers['user-agent'];
    const visitor = {
      ...this.from(request),
      sharedComputer,
      ...(userAgent === undefined ? {} : { userAgent }),
    };
    const { person, secret, expiresAt, shared, device } =
      password === undefined
        ? await this.signInCode.use({ email, code: code ?? '' }, visitor)
        : await this.signIn.run({ email, password }, visitor);
    void reply.header('set-cookie', [
      sessionCookie(secret, shared ? undefined : expiresAt, this.cookies),
      ...(device === undefined ? [] : [deviceCookie(device, this.cookies)]),
    ]);
    return { person, expiresAt };
  }

  private from(request: FastifyRequest): From {
    const device = deviceIn(request.headers.cookie, this.cookies);
    return { address: request.ip, ...(device === undefined ? {} : { device }) };
  }

  @Answers('GET /sessions')
  async list(@Ask() { profile, session }: Asked<'GET /sessions'>): Promise<SessionsAnswer> {
    const sessions = await this.mySessions.list(profile.person, session);
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

  @Answers('DELETE /sessions/current')
  async close(
    @Ask() { profile, session }: Asked<'DELETE /sessions/current'>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (session !== undefined) await this.signOut.run(profile.person, session);
    void reply.header('set-cookie', forgottenCookie(this.cookies));
  }

  @Answers('DELETE /sessions/others')
  async endOthers(@Ask() { profile, session }: Asked<'DELETE /sessions/others'>): Promise<void> {
    await this.mySessions.endOthers(profile.person, session);
  }

  @Answers('DELETE /sessions/:id')
  async end(@Ask() { profile, params }: Asked<'DELETE /sessions/:id'>): Promise<void> {
    await this.mySessions.end(profile.person, params.id);
  }
}
