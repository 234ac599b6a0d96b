import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { useMe } from '../../api/queries/me.js';
import { session } from '../../api/session.js';
import { kept } from '../../ui/kept.js';
import { keptFiles } from '../../ui/kept-files.js';
import { leave } from './welcomed-in-demo.js';

/** Ends the session; the page begins anew, so that nothing of the last person stays, nor asks anything in their name. */
export function useSignOut() {
  const { person } = useMe();
  return useMutation<void, Problem>({
    mutationFn: async () => {
      session.set('left');
      try {
        await ask('DELETE /sessions/current');
      } catch (error) {
        // A session that is over already is left as well.
        if (error instanceof Problem && error.status === 401) return;
        session.set('open');
        throw error;
      }
    },
    onSuccess: async () => {
      leave();
      kept.forgetAll(person);
      await keptFiles.sweep(person);
      window.location.assign('/accedi');
    },
  });
}
