import { queryOptions } from '@tanstack/react-query';
import type { Tasks } from '#contracts/desk.js';
import { ask } from '../client.js';

export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: ({ signal }) => ask<Tasks>('/tasks', signal),
});
