import type { Answer, IsOnce, ParamName, RouteName, SeenBy, Sent } from '#contracts/routes.js';
import { problemOf, unreachable } from './problem.js';

/** What goes with a question or a command, as the route has it. */
export type Wanted<R extends RouteName> = AddressOf<R> &
  (Sent<R, 'body'> extends undefined ? unknown : { body: Sent<R, 'body'> }) &
  (IsOnce<R> extends true ? Repeatable : unknown) &
  (SeenBy<R> extends string ? Based : unknown) & { signal?: AbortSignal };

/** What stands in the address. */
type AddressOf<R extends RouteName> = ([ParamName<R>] extends [never]
  ? unknown
  : { params: Readonly<Record<ParamName<R>, string | number>> }) &
  (Sent<R, 'query'> extends undefined ? unknown : { query?: Sent<R, 'query'> });

interface Repeatable {
  /** The same key again gets the first answer again: a repeat after a lost network does nothing twice. */
  once?: string;
}

interface Based {
  /** The version that the person saw (`ETag`); refused when another person has changed it since. */
  ifMatch?: string;
}

/** Nothing needs to be said where a route wants nothing. */
type Given<W> = object extends W ? [wanted?: W] : [wanted: W];

/** The same for the compiler's generic side. */
interface AnyWanted {
  params?: Readonly<Record<string, string | number>>;
  query?: object;
  body?: object;
  once?: string;
  ifMatch?: string;
  signal?: AbortSignal;
}

/** Asks the API a route, or gives it a command: what must be said and what comes back is in the table of routes. @throws Problem */
export async function ask<R extends RouteName>(route: R, ...given: Given<Wanted<R>>): Promise<Answer<R>> {
  const wanted: AnyWanted = given[0] ?? {};
  const { body, once, ifMatch, signal } = wanted;
  const answer = await send(pathOf(route, wanted), {
    method: route.split(' ')[0] ?? '',
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once === undefined ? {} : { 'idempotency-key': once }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await answer.text();
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

function pathOf(route: RouteName, { params = {}, query = {} }: AnyWanted): string {
  const path = route
    .replace(/^\w+ /, '')
    .replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    // A question that nobody waits for any more is no problem.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}
