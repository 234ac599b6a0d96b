import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Queries that no event of the server changes. */
const STILL = new Set(['me', 'definition']);

/**
 * Keeps the page up to date: the server says that something changed, never what, and the queries on the screen are
 * asked again.
 *
 * @returns false while the server cannot be reached.
 */
export function useLive(): boolean {
  const client = useQueryClient();
  const [reached, setReached] = useState(true);
  useEffect(() => {
    const source = new EventSource('/events');
    const refresh = () =>
      void client.invalidateQueries({ predicate: (query) => !STILL.has(String(query.queryKey[0])) });
    let lost = false;
    source.addEventListener('changed', refresh);
    source.addEventListener('open', () => {
      setReached(true);
      // Whatever happened while the line was down was not told.
      if (lost) refresh();
      lost = false;
    });
    source.addEventListener('error', () => {
      lost = true;
      setReached(false);
    });
    return () => source.close();
  }, [client]);
  return reached;
}
