import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let ended = false;

/**
 * Whether the session ended while a page was open. The page stays as it is, with what was typed: a dialog asks to sign
 * in again over it.
 */
export const sessionEnded = {
  get: () => ended,
  set: (value: boolean) => {
    ended = value;
    for (const listener of listeners) listener();
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

export function useSessionEnded(): boolean {
  return useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get);
}
