import { queryOptions } from '@tanstack/react-query';
import type { SearchResult } from '#contracts/search.js';
import { ask } from '../client.js';

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => ask<SearchResult>(`/search?q=${encodeURIComponent(q)}`, signal),
  });
