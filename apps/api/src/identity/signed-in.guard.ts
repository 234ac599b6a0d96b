import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Recognise, type Shown } from '#use-cases/identity/recognise.js';
import { type CookieOptions, sessionIn } from './session-cookie.js';
import { OPEN, rememberSignedIn } from './signed-in.js';

/** Injection token of `CookieOptions`. */
export const COOKIE_OPTIONS = Symbol('CookieOptions');

/** The API token that a program shows. */
export function tokenIn(request: FastifyRequest): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Lets nobody in without a session or a token, but where a handler is marked `@Open()`. To be bound globally. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly recognise: Recognise,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  /** @throws Refusal `ACC-03`. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const open = this.reflector.getAllAndOverride<boolean | undefined>(OPEN, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (open === true) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const shown = shownBy(request, this.cookies);
    const profile = await this.recognise.run(shown);
    rememberSignedIn(request, profile, shown !== undefined && 'session' in shown ? shown.session : undefined);
    return true;
  }
}

/** What a request shows. A program says its token; a browser sends its cookie with whatever it asks: the token comes first. */
export function shownBy(request: FastifyRequest, cookies: CookieOptions): Shown | undefined {
  const token = tokenIn(request);
  if (token !== undefined) return { token };
  const session = sessionIn(request.headers.cookie, cookies);
  return session === undefined ? undefined : { session };
}
