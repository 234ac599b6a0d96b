import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

/** The office that answers the telephone, as anybody may ask. */
export const officeQuery = queryOptions({
  queryKey: ['office'],
  queryFn: ({ signal }) => ask('GET /office', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
