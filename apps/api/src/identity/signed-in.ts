import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/access/can.js';
import { actorOf, type Profile } from '#use-cases/ports/people.js';

/** Who sent a request, as the guard found out. */
export interface SignedIn {
  readonly profile: Profile;
  /** What the policy table asks of the person. */
  readonly actor: Actor;
  /** Secret of the session; absent when the request came with an API token. */
  readonly session?: string;
}

/** Who came in by the page, as some routes ask. */
export type SignedInByPage = SignedIn & Required<Pick<SignedIn, 'session'>>;

const signedIn = new WeakMap<FastifyRequest, SignedIn>();

/** Called by the guard only. */
export function rememberSignedIn(
  request: FastifyRequest,
  profile: Profile,
  session: string | undefined,
): void {
  signedIn.set(request, {
    profile,
    actor: actorOf(profile),
    ...(session === undefined ? {} : { session }),
  });
}

/** Who sent a request; undefined where anybody is heard. */
export function signedInOf(request: FastifyRequest): SignedIn | undefined {
  return signedIn.get(request);
}
