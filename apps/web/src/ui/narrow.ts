import { useSyncExternalStore } from 'react';

const query = (width: string) => window.matchMedia(`(max-width: ${width})`);

/** Whether the window is too narrow for a table: a telephone, or a page at 400 %. */
export function useNarrow(width = '63.99rem'): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = query(width);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => query(width).matches,
  );
}
