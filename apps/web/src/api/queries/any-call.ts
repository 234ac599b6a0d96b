import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

/** Whether a call was launched already. */
export const anyCallQuery = queryOptions({
  queryKey: ['calls', 'any'],
  queryFn: async ({ signal }) => (await ask<{ calls: object[] }>('/calls', signal)).calls.length > 0,
});
