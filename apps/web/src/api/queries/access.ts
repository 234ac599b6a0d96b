import { queryOptions } from '@tanstack/react-query';
import type { InvitationLookAnswer, SessionsAnswer } from '#contracts/identity.js';
import { ask, command } from '../client.js';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => ask<SessionsAnswer>('/sessions', signal),
});

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) =>
    ask<{ tokens: { id: string; label: string; expiresAt: string }[] }>('/tokens', signal),
});

/** Whom an invitation is for. Its secret goes in the body, so that no server keeps it in a log. */
export const invitationQuery = (secret: string) =>
  queryOptions({
    queryKey: ['invitation', secret],
    queryFn: () => command<InvitationLookAnswer>('/invitations/look', { invitation: secret }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
