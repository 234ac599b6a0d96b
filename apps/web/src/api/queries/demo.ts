import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

/** The invented people whose place a visitor can take. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: ({ signal }) => ask('GET /demo', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** @param to an e-mail address; everybody's without one. */
export const demoMailsQuery = (to: string | undefined) =>
  queryOptions({
    queryKey: ['demo-mails', to],
    queryFn: ({ signal }) => ask('GET /demo/mails', { query: { to }, signal }),
  });

export const demoMailQuery = (number: number) =>
  queryOptions({
    queryKey: ['demo-mail', number],
    queryFn: ({ signal }) => ask('GET /demo/mails/:number', { params: { number }, signal }),
  });
