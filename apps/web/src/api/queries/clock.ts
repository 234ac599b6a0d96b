import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

/** The product's day and hour in Rome: not the browser's, since a demo's clock stands elsewhere. */
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: ({ signal }) => ask('GET /clock', { signal }),
});
