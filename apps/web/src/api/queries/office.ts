import { queryOptions } from '@tanstack/react-query';
import type { OfficeAnswer } from '#contracts/settings.js';
import { ask } from '../client.js';

/** The office that answers the telephone, as anybody may ask. */
export const officeQuery = queryOptions({
  queryKey: ['office'],
  queryFn: ({ signal }) => ask<OfficeAnswer>('/office', signal),
  staleTime: Number.POSITIVE_INFINITY,
});
