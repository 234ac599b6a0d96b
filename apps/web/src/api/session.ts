import { useSyncExternalStore } from 'react';

/**
 * `ended`: while a page was open. It stays as it is, with what was typed: a dialog asks to sign in again over it.
 * `left`: the person is signing out. What the page still asks is answered to nobody, and that is no surprise.
 */
export type Session = 'open' | 'ended' | 'left';

const listeners = new Set<() => void>();
let now: Session = 'open';

export const session = {
  get: () => now,
  set: (next: Session) => {
    now = next;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useSession(): Session {
  return useSyncExternalStore(session.subscribe, session.get);
}
