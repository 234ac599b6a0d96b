import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#use-cases/refusal.js';
import { tokenIn } from './signed-in.guard.js';

const BY_LINK = 'capofila:by-link';

/** Marks a handler or controller whose address carries its own right: no cookie counts there, so none can be abused. */
export const ByLink = () => SetMetadata(BY_LINK, true);

const ASKS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Hears no command that another site's page sends with the browser's cookie. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, which no page can forge; older ones in `Origin`. A program that says neither has no cookie that it
 * was not given. To be bound globally, before sign-in.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws Refusal `ACC-10`. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (ASKS.includes(request.method) || tokenIn(request) !== undefined) return true;
    const byLink = this.reflector.getAllAndOverride<boolean | undefined>(BY_LINK, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (byLink === true || isOfThisSite(request)) return true;
    throw new Refusal(
      'ACC-10',
      'Questa richiesta arriva da un altro sito: apri Capofila dal suo indirizzo e riprova.',
    );
  }
}

function isOfThisSite({ headers, host }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  // A sister domain counts as another site: it may be in other hands.
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  if (headers.origin === undefined) return true;
  return URL.parse(headers.origin)?.host === host;
}
