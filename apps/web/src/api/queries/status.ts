import { queryOptions } from '@tanstack/react-query';
import type { ServiceStatus } from '#contracts/status.js';
import { ask } from '../client.js';

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => ask<ServiceStatus>('/status', signal),
});
