import { queryOptions } from '@tanstack/react-query';
import type { CallDefinition } from '#domain/call/definition.js';
import { ask } from '../client.js';

/** A published definition, as the list of them says it. */
export interface Model {
  id: string;
  version: number;
  title: string;
}

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => ask<{ definitions: Model[] }>('/definitions', signal),
});

export const definitionQuery = (definition: Pick<Model, 'id' | 'version'> | undefined) =>
  queryOptions({
    queryKey: ['definition', definition],
    queryFn: ({ signal }) =>
      ask<CallDefinition>(`/definitions/${definition?.id}/${definition?.version}`, signal),
    enabled: definition !== undefined,
    meta: { still: true },
  });
