import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { IsOnce, Params, Read, RouteName, Security, SeenBy } from '#contracts/routes.js';
import { isMedia } from '#contracts/routes/route.js';
import type { Seen } from '#domain/fact/changed-since.js';
import type { Idempotency } from '#use-cases/ports/once.js';
import { seenPage, seenVersion } from '../entity-tag.js';
import { onceOnly } from '../idempotency.js';
import { signedInOf, type SignedIn, type SignedInByPage } from '../identity/signed-in.js';
import { invalidFields } from '../problem.js';
import { routeAsked } from './route-asked.js';

/** What a request says, read and checked as its route has it. */
export type Asked<R extends RouteName> = Who<Security<R>> & {
  readonly params: Params<R>;
  readonly query: Read<R, 'query'>;
  readonly body: Read<R, 'body'>;
} & (IsOnce<R> extends true ? AskedOnce : unknown) &
  (SeenBy<R> extends 'page' ? HasSeen<Seen> : SeenBy<R> extends 'version' ? HasSeen<number> : unknown);

/** Who asks, where the table of routes lets not anybody. */
type Who<S> = S extends 'link' | 'none' ? unknown : S extends 'session' ? SignedInByPage : SignedIn;

interface AskedOnce {
  /** Key and hash of a request that may come twice; undefined without `Idempotency-Key`. */
  readonly once: Idempotency | undefined;
}

interface HasSeen<T> {
  /** What the person had seen, from `If-Match`; undefined without it. */
  readonly seen: T | undefined;
}

/** Parameter of a handler, its first: what is asked, by the table of routes. */
export const Ask = createParamDecorator((_data: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const { params = {}, query, body, once, seen } = routeAsked(context);
  return {
    ...signedInOf(request),
    params: { ...(request.params as object), ...checked(z.object(params), request.params) },
    query: query && checked(query, request.query),
    body: body === undefined || isMedia(body) ? undefined : checked(body, request.body),
    once: once && onceOnly(request),
    seen: seen && (seen === 'page' ? seenPage(request) : seenVersion(request)),
  };
});

/** @throws Refusal `API-03` with the fields that are wrong. */
function checked<S extends z.ZodType>(schema: S, said: unknown): z.output<S> {
  const read = schema.safeParse(said);
  if (read.success) return read.data;
  throw invalidFields(read.error.issues);
}
