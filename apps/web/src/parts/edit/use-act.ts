import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../../api/problem.js';
import { meQuery } from '../../api/queries/me.js';
import { peopleQuery } from '../../api/queries/people.js';
import { registryQuery } from '../../api/queries/registry.js';

/** An act on people or bodies; what pages know of them is asked again when it is done. */
export function useAct<T = void>(act: (typed: T) => Promise<unknown>, done?: () => void) {
  const client = useQueryClient();
  return useMutation<unknown, Problem, T>({
    mutationFn: act,
    onSuccess: async () => {
      await Promise.all(
        [peopleQuery, registryQuery, meQuery].map(({ queryKey }) => client.invalidateQueries({ queryKey })),
      );
      done?.();
    },
  });
}
