import { queryOptions } from '@tanstack/react-query';
import type { ApplicationList } from '#contracts/desk.js';
import { ask } from '../client.js';

export const applicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: ({ signal }) => ask<ApplicationList>('/applications', signal),
});
