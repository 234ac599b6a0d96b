import { queryOptions } from '@tanstack/react-query';
import type { ListedCall } from '#contracts/calls.js';
import { ask } from '../client.js';

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: ({ signal }) => ask('GET /calls', { signal }),
});

/** Whether a call was launched already. */
export const anyCallQuery = queryOptions({ ...callsQuery, select: ({ calls }) => calls.length > 0 });

/** None of its applications runs any more. */
export function isOver({ applications, ended }: ListedCall): boolean {
  return applications > 0 && ended === applications;
}

export const callQuery = (call: string) =>
  queryOptions({
    queryKey: ['call', call],
    queryFn: ({ signal }) => ask('GET /calls/:call', { params: { call }, signal }),
  });
