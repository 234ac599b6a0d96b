import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const boardQuery = queryOptions({
  queryKey: ['board'],
  queryFn: ({ signal }) => ask('GET /board', { signal }),
});
