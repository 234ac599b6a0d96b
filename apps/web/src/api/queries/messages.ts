import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailPage, MessageList, MessagesQuery } from '#contracts/messages.js';
import { ask, queryString } from '../client.js';

export const messagesQuery = (wanted: Omit<MessagesQuery, 'before'>) =>
  infiniteQueryOptions({
    queryKey: ['messages', wanted],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask<MessageList>(`/messages${queryString({ ...wanted, before: pageParam })}`, signal),
    getNextPageParam: (last) => last.next,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => ask<MailPage>(`/mails/${encodeURIComponent(id)}`, signal),
  });
