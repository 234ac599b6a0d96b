import type { IsOnce, ParamName, RouteName, SeenBy, Sent } from './routes.js';

/** What goes with a question or a command, as the route has it. */
export type Wanted<R extends RouteName> = AddressOf<R> &
  (Sent<R, 'body'> extends undefined ? unknown : { body: Sent<R, 'body'> }) &
  (IsOnce<R> extends true ? Repeatable : unknown) &
  (SeenBy<R> extends string ? Based : unknown) & { signal?: AbortSignal };

/** What stands in the address. */
export type AddressOf<R extends RouteName> = ([ParamName<R>] extends [never]
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
export type Given<W> = object extends W ? [wanted?: W] : [wanted: W];

/** The same for the compiler's generic side. */
export interface AnyWanted {
  params?: Readonly<Record<string, string | number>>;
  query?: object;
  body?: object;
  once?: string;
  ifMatch?: string;
  signal?: AbortSignal;
}

export function methodOf(route: RouteName): string {
  return route.slice(0, route.indexOf(' '));
}

/** The path of a route with its parts filled in, and what is asked of it: "/applications/ULL-2026-0004?at=2027-03-26". */
export function pathOf(route: RouteName, { params = {}, query = {} }: AnyWanted): string {
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) asked.set(name, String(value));
  }
  return asked.size === 0 ? path : `${path}?${asked.toString()}`;
}
