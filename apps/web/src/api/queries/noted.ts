import { queryOptions } from '@tanstack/react-query';
import type { NotedCall, NotedCallList } from '#contracts/noted-call.js';
import { ask } from '../client.js';

export const notedCallsQuery = queryOptions({
  queryKey: ['noted-calls'],
  queryFn: ({ signal }) => ask<NotedCallList>('/noted-calls', signal),
});

export const notedCallQuery = (noted: string) =>
  queryOptions({
    queryKey: ['noted-call', noted],
    queryFn: ({ signal }) => ask<NotedCall>(`/noted-calls/${encodeURIComponent(noted)}`, signal),
  });
