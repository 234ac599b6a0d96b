import { queryOptions } from '@tanstack/react-query';
import type { CalendarAnswer } from '#contracts/calendar.js';
import type { Deadlines } from '#contracts/deadlines.js';
import { ask } from '../client.js';

export const deadlinesQuery = queryOptions({
  queryKey: ['deadlines'],
  queryFn: ({ signal }) => ask<Deadlines>('/deadlines', signal),
});

/** Whether a calendar program reads them. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: ({ signal }) => ask<CalendarAnswer>('/me/calendar', signal),
});
