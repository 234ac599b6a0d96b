import { queryOptions, useQuery } from '@tanstack/react-query';
import { ask } from '../client.js';
import { clockQuery } from './clock.js';
import { peopleQuery } from './people.js';

export const registryQuery = queryOptions({
  queryKey: ['registry'],
  queryFn: ({ signal }) => ask('GET /registry', { signal }),
});

/** The union, its people and the product's day, which belong together on a page; undefined while one is on its way. */
export function useRegistry() {
  const registry = useQuery(registryQuery);
  const people = useQuery(peopleQuery);
  const clock = useQuery(clockQuery);
  const waiting = [registry, people, clock].find((each) => each.data === undefined);
  const data =
    registry.data === undefined || people.data === undefined || clock.data === undefined
      ? undefined
      : { union: registry.data, people: people.data.people, on: clock.data.date };
  return { data, waiting };
}
export type KnownRegistry = NonNullable<ReturnType<typeof useRegistry>['data']>;
