import type { Actor, Resource } from './can.js';

/** What is kept of a body: the union's own is of everybody in it, a comune's is of its people and of the union's. */
export function entryOf({ union, unionBody }: Actor, body: string): Resource {
  return { union, bodies: body === unionBody ? [] : [body] };
}
