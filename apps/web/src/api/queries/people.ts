import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => ask('GET /people', { signal }),
});

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => ask('GET /people/:id', { params: { id }, signal }),
  });
