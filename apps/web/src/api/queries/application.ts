import { queryOptions } from '@tanstack/react-query';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { History } from '#contracts/history.js';
import { ask } from '../client.js';

/** @param application id, number or slug. */
export function pageQuery(application: string) {
  return queryOptions({
    queryKey: ['application', application],
    queryFn: ({ signal }) => ask<ApplicationPage>(`/applications/${encodeURIComponent(application)}`, signal),
  });
}

export function historyQuery(id: string) {
  return queryOptions({
    queryKey: ['application', id, 'facts'],
    queryFn: ({ signal }) => ask<History>(`/applications/${id}/facts`, signal),
  });
}

/** The tag of the page as its reader saw it, for `If-Match`: what others recorded since then stops what is sent. */
export function tagOf({ seq, callSeq }: ApplicationPage): string {
  return `"${seq}-${callSeq}"`;
}
