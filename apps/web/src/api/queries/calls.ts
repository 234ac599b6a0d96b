import { queryOptions } from '@tanstack/react-query';
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

/** None of its applications runs any more. */
export function isOver({ applications, ended }: ListedCall): boolean {
  return applications > 0 && ended === applications;
}
