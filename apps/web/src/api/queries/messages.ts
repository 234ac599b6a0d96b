import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MessagesQuery } from '#contracts/messages.js';
import { ask } from '../client.js';

export const messagesQuery = (wanted: Omit<MessagesQuery, 'before'>) =>
  infiniteQueryOptions({
    queryKey: ['messages', wanted],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) =>
      ask('GET /messages', { query: { ...wanted, before: pageParam }, signal }),
    getNextPageParam: (last) => last.next,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => ask('GET /mails/:id', { params: { id }, signal }),
  });
