import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => ask('GET /search', { query: { q }, signal }),
  });
