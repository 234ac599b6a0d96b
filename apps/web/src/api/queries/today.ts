import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => ask('GET /today', { signal }),
});
