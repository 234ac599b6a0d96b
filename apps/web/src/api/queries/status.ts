import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => ask('GET /status', { signal }),
});
