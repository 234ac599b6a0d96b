import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem.js';
import { meQuery } from './queries/me.js';
import { session } from './session.js';

/** Nothing is asked again that the API has refused; a network or a server that is away is tried a few times. */
const MOST_TRIES = 2;
const AWAY = [0, 503];

function noticed(error: Error): void {
  // Who was never known has no session that could end, and who signs out knows that theirs does.
  const known = queries.getQueryData(meQuery.queryKey) !== undefined && session.get() === 'open';
  if (known && error instanceof Problem && error.code === 'ACC-03') session.set('ended');
}

/** All that the pages know of the server. What changes there is told by `api/live.ts`, so nothing goes stale by itself. */
export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: noticed }),
  mutationCache: new MutationCache({ onError: noticed }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A browser without network would wait without a word; this way the page says so at once.
      networkMode: 'always',
      refetchOnReconnect: true,
      retry: (tries, error) => error instanceof Problem && AWAY.includes(error.status) && tries < MOST_TRIES,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
});

declare module '@tanstack/react-query' {
  interface Register {
    /** `still`: no event of the server changes it. */
    queryMeta: { still?: true };
  }
}
