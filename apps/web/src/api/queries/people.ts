import { queryOptions } from '@tanstack/react-query';
import type { PeopleAnswer, PersonAnswer } from '#contracts/identity.js';
import { ask } from '../client.js';

export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => ask<PeopleAnswer>('/people', signal),
});

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['person', id],
    queryFn: ({ signal }) => ask<PersonAnswer>(`/people/${encodeURIComponent(id)}`, signal),
  });
