import { queryOptions } from '@tanstack/react-query';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { FactRequest } from '#contracts/application.js';
import type { ApplicationList } from '#contracts/desk.js';
import type { History } from '#contracts/history.js';
import type { CasePreview } from '#contracts/preview.js';
import type { MessageState } from '#contracts/messages.js';
import type { MessageKind } from '#domain/reminder/message.js';
import { ask, askBytes, command } from '../client.js';

export const applicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: ({ signal }) => ask<ApplicationList>('/applications', signal),
});

/** @param application id, number or slug. */
export function pageQuery(application: string) {
  return queryOptions({
    queryKey: ['application', application],
    queryFn: ({ signal }) => ask<ApplicationPage>(`/applications/${encodeURIComponent(application)}`, signal),
  });
}

/** The tag of the page as its reader saw it, for `If-Match`: what others recorded since then stops what is sent. */
export function tagOf({ seq, callSeq }: ApplicationPage): string {
  return `"${seq}-${callSeq}"`;
}

export function factsQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'facts'],
    queryFn: ({ signal }) => ask<History>(`/applications/${id}/facts`, signal),
  });
}

/** A message about an application, in the words of its card. */
export interface ListedMessage {
  key: string;
  kind: MessageKind;
  person: string;
  deliverAt: string;
  state: MessageState;
  why: string | null;
  step: string | null;
  subject: string | null;
  sentAt: string | null;
  /** The e-mail in which it went, where the reader may read it. */
  mail: string | null;
}

export function applicationMessagesQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'messages'],
    queryFn: ({ signal }) => ask<{ messages: ListedMessage[] }>(`/applications/${id}/messages`, signal),
  });
}

/** What a fact would set going. */
export function followsQuery(id: string, fact: FactRequest | undefined) {
  return queryOptions({
    queryKey: ['application', id, 'follows', fact],
    queryFn: () => command<CasePreview>(`/applications/${id}/corrections/preview`, fact),
    enabled: fact !== undefined,
    retry: false,
  });
}

/** The bytes of a paper, which never change. */
export function paperQuery(application: string, document: string) {
  return queryOptions({
    queryKey: ['paper', document],
    queryFn: ({ signal }) => askBytes(`/applications/${application}/documents/${document}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  });
}
