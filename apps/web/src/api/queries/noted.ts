import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const notedCallsQuery = queryOptions({
  queryKey: ['noted-calls'],
  queryFn: ({ signal }) => ask('GET /noted-calls', { signal }),
});

export const notedCallQuery = (noted: string) =>
  queryOptions({
    queryKey: ['noted-call', noted],
    queryFn: ({ signal }) => ask('GET /noted-calls/:noted', { params: { noted }, signal }),
  });
