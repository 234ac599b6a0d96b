import { queryOptions } from '@tanstack/react-query';
import type { CallPage } from '#contracts/call-page.js';
import { ask } from '../client.js';

export interface ListedCall {
  id: string;
  number: string;
  slug: string;
  title: string;
  definition: { id: string; version: number };
  applications: number;
  ended: number;
  withdrawn: boolean;
}

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: ({ signal }) => ask<{ calls: ListedCall[] }>('/calls', signal),
});

/** Whether a call was launched already. */
export const anyCallQuery = queryOptions({ ...callsQuery, select: ({ calls }) => calls.length > 0 });

/** None of its applications runs any more. */
export function isOver({ applications, ended }: ListedCall): boolean {
  return applications > 0 && ended === applications;
}

export const callQuery = (call: string) =>
  queryOptions({
    queryKey: ['call', call],
    queryFn: ({ signal }) => ask<CallPage>(`/calls/${encodeURIComponent(call)}`, signal),
  });
