import { queryOptions } from '@tanstack/react-query';
import type { Today } from '#contracts/desk.js';
import { ask } from '../client.js';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: ({ signal }) => ask<Today>('/today', signal),
});
