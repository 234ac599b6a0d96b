import {
  type AddressOf,
  type AnyWanted,
  type Given,
  methodOf,
  pathOf,
  type Wanted,
} from '#contracts/asking.js';
import type { Answer, RouteName } from '#contracts/routes.js';
import { problemOf, unreachable } from './problem.js';

/** Asks the API a route, or gives it a command: what must be said and what comes back is in the table of routes. @throws Problem */
export async function ask<R extends RouteName>(route: R, ...given: Given<Wanted<R>>): Promise<Answer<R>> {
  const wanted: AnyWanted = given[0] ?? {};
  const { body, once, ifMatch, signal } = wanted;
  const answer = await send(pathOf(route, wanted), {
    method: methodOf(route),
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once === undefined ? {} : { 'idempotency-key': once }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  return read(route, await answer.text());
}

/** What a route answered, as it came. */
export function read<R extends RouteName>(_route: R, text: string): Answer<R> {
  return (text === '' ? undefined : JSON.parse(text)) as Answer<R>;
}

/** Asks for a file. @throws Problem */
export async function askBytes<R extends RouteName>(
  route: R,
  wanted: AddressOf<R> & { signal: AbortSignal },
): Promise<Uint8Array<ArrayBuffer>> {
  const { signal } = wanted;
  return new Uint8Array(await (await send(pathOf(route, wanted), { signal })).arrayBuffer());
}

/** The address of a route, for a link. */
export function addressOf<R extends RouteName>(route: R, ...given: Given<AddressOf<R>>): string {
  return pathOf(route, given[0] ?? {});
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    // A question that nobody waits for any more is no problem.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!answer.ok) throw problemOf(answer.status, await answer.text());
  return answer;
}
