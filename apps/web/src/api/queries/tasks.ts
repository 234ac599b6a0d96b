import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: ({ signal }) => ask('GET /tasks', { signal }),
});
