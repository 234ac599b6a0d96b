import { queryOptions, skipToken } from '@tanstack/react-query';
import type { Answer } from '#contracts/routes.js';
import { ask } from '../client.js';

/** A published definition, as the list of them says it. */
export type Model = Answer<'GET /definitions'>['definitions'][number];

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => ask('GET /definitions', { signal }),
});

export const definitionQuery = (definition: Pick<Model, 'id' | 'version'> | undefined) =>
  queryOptions({
    queryKey: ['definition', definition],
    queryFn:
      definition === undefined
        ? skipToken
        : ({ signal }) =>
            ask('GET /definitions/:definition/:version', {
              params: { definition: definition.id, version: definition.version },
              signal,
            }),
    meta: { still: true },
  });
