import { useSyncExternalStore } from 'react';

/** Where is remembered that the tour was seen: on this device only, it is no fact. */
const SEEN = 'capofila-tour';
const listeners = new Set<() => void>();
let step: number | undefined;

/** Which step of the tour is shown; none while it is closed. */
export const tourState = {
  seen: () => localStorage.getItem(SEEN) !== null,
  goTo: (next: number | undefined) => {
    step = next;
    localStorage.setItem(SEEN, 'seen');
    for (const listener of listeners) listener();
  },
};

export function useTourStep(): number | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => step,
  );
}
