import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Recognise, type Shown } from '#use-cases/identity/recognise.js';
import { Refusal } from '#use-cases/refusal.js';
import { type CookieOptions, sessionIn } from './session-cookie.js';
import { isOpen, routeAsked } from '../route/route-asked.js';
import { rememberSignedIn } from './signed-in.js';

/** Injection token of `CookieOptions`. */
export const COOKIE_OPTIONS = Symbol('CookieOptions');

/** The API token that a program shows. */
export function tokenIn(request: FastifyRequest): string | undefined {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Lets nobody in without a session or a token, but where the table of routes opens. To be bound globally. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(
    private readonly recognise: Recognise,
    @Inject(COOKIE_OPTIONS) private readonly cookies: CookieOptions,
  ) {}

  /** @throws Refusal `ACC-03`; `ACC-09` for a token where a session is asked. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const form = routeAsked(context);
    if (isOpen(form)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const shown = shownBy(request, this.cookies);
    const profile = await this.recognise.run(shown);
    const session = shown !== undefined && 'session' in shown ? shown.session : undefined;
    // A token that leaked must not be able to outlive itself.
    if (form.security === 'session' && session === undefined) {
      throw new Refusal('ACC-09', 'Con una chiave questo non si fa: accedi dalla pagina e riprova.');
    }
    rememberSignedIn(request, profile, session);
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
