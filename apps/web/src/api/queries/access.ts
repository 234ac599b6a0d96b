import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => ask('GET /sessions', { signal }),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => ask('GET /tokens', { signal }),
});

/** Whom an invitation is for. Its secret goes in the body, so that no server keeps it in a log. */
export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: () => ask('POST /invitations/look', { body: { invitation: secret } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
