import { queryOptions } from '@tanstack/react-query';
import { ask } from './client.js';

/** How the service does, as anybody may ask. */
export interface ServiceStatus {
  status: 'ok' | 'delayed';
  waitingSeconds: number;
  /** Everything here is invented, and people are one click away. */
  demo: boolean;
}

export const statusQuery = queryOptions({
  queryKey: ['status'],
  queryFn: ({ signal }) => ask<ServiceStatus>('/status', signal),
});
