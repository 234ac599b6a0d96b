import { queryOptions, skipToken } from '@tanstack/react-query';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { FactRequest } from '#contracts/fact-request.js';
import { ask, askBytes } from '../client.js';

export const applicationsQuery = queryOptions({
  queryKey: ['applications'],
  queryFn: ({ signal }) => ask('GET /applications', { signal }),
});

/** @param application id, number or slug. */
export function pageQuery(application: string) {
  return queryOptions({
    queryKey: ['application', application],
    queryFn: ({ signal }) => ask('GET /applications/:application', { params: { application }, signal }),
  });
}

/** The tag of the page as its reader saw it, for `If-Match`: what others recorded since then stops what is sent. */
export function tagOf({ seq, callSeq }: ApplicationPage): string {
  return `"${seq}-${callSeq}"`;
}

export function factsQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'facts'],
    queryFn: ({ signal }) =>
      ask('GET /applications/:application/facts', { params: { application: id }, signal }),
  });
}

export function applicationMessagesQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'messages'],
    queryFn: ({ signal }) =>
      ask('GET /applications/:application/messages', { params: { application: id }, signal }),
  });
}

/** What a fact would set going. */
export function followsQuery(id: string, fact: FactRequest | undefined) {
  return queryOptions({
    queryKey: ['application', id, 'follows', fact],
    queryFn:
      fact === undefined
        ? skipToken
        : () =>
            ask('POST /applications/:application/corrections/preview', {
              params: { application: id },
              body: fact,
            }),
    retry: false,
  });
}

/** The bytes of a paper, which never change. */
export function paperQuery(application: string, document: string) {
  return queryOptions({
    queryKey: ['paper', document],
    queryFn: ({ signal }) =>
      askBytes('GET /applications/:application/documents/:document', {
        params: { application, document },
        signal,
      }),
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  });
}
