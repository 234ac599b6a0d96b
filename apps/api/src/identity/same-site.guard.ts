import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '#use-cases/refusal.js';
import { routeAsked } from '../route/route-asked.js';
import { tokenIn } from './signed-in.guard.js';

const ASKS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Hears no command that another site's page sends with the browser's cookie. Browsers say where a request comes from in
 * `Sec-Fetch-Site`, which no page can forge; older ones in `Origin`. A program that says neither has no cookie that it
 * was not given. To be bound globally, before sign-in.
 */
@Injectable()
export class SameSiteGuard implements CanActivate {
  /** @throws Refusal `ACC-10`. */
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (ASKS.includes(request.method) || tokenIn(request) !== undefined) return true;
    // An address that carries its own right: no cookie counts there, so none can be abused.
    if (routeAsked(context).security === 'link' || isOfThisSite(request)) return true;
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
