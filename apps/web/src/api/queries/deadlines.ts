import { queryOptions } from '@tanstack/react-query';
import { ask } from '../client.js';

export const deadlinesQuery = queryOptions({
  queryKey: ['deadlines'],
  queryFn: ({ signal }) => ask('GET /deadlines', { signal }),
});

/** Whether a calendar program reads them. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => ask('GET /me/calendar', { signal }),
});
