import { queryOptions } from '@tanstack/react-query';
import type { CallPage } from '#contracts/call-page.js';
import { ask } from '../client.js';

export const callQuery = (call: string) =>
  queryOptions({
    queryKey: ['call', call],
    queryFn: ({ signal }) => ask<CallPage>(`/calls/${encodeURIComponent(call)}`, signal),
  });
