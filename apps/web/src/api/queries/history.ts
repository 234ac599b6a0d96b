import { infiniteQueryOptions } from '@tanstack/react-query';
import type { HistoryQuery } from '#contracts/union-history.js';
import { ask } from '../client.js';

/** The history of everything that the reader sees, as far as it is gone on with. */
export const historyQuery = (wanted: Omit<HistoryQuery, 'after'>) =>
  infiniteQueryOptions({
    queryKey: ['history', wanted],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask('GET /history', { query: { ...wanted, after: pageParam }, signal }),
    getNextPageParam: (last) => last.next,
  });
