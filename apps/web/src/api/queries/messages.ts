import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { MailPage, MessageList, MessageState } from '#contracts/messages.js';
import { ask } from '../client.js';

/** What the address calls each state. */
export const STATES = {
  partenza: 'pending',
  partiti: 'sent',
  saltati: 'skipped',
  falliti: 'failed',
} as const satisfies Record<string, MessageState>;
export type StateName = keyof typeof STATES;

/** What is asked of the list. */
export interface Wanted {
  state: StateName;
  person: string | undefined;
  application: string | undefined;
}

export const messagesQuery = ({ state, person, application }: Wanted) =>
  infiniteQueryOptions({
    queryKey: ['messages', state, person, application],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams({ state: STATES[state] });
      if (person !== undefined) query.set('person', person);
      if (application !== undefined) query.set('application', application);
      if (pageParam !== null) query.set('before', pageParam);
      return ask<MessageList>(`/messages?${query.toString()}`, signal);
    },
    getNextPageParam: (last) => last.next,
  });

export const mailQuery = (id: string) =>
  queryOptions({
    queryKey: ['mail', id],
    queryFn: ({ signal }) => ask<MailPage>(`/mails/${encodeURIComponent(id)}`, signal),
  });
