import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { addressOf } from './client.js';
import { lineOpened } from './line.js';
import { meQuery } from './queries/me.js';
import { Problem } from './problem.js';
import { session } from './session.js';

/** A browser comes back by itself from a line that broke, not from an answer that is no stream; that is done here. */
const RETRY_MS = 3_000;

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
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    let lost = false;
    const refresh = () => void client.invalidateQueries({ predicate: ({ meta }) => meta?.still !== true });
    const opened = () => {
      setReached(true);
      lineOpened();
      // Whatever happened while the line was down was not told.
      if (lost) refresh();
      lost = false;
    };
    const failed = async (closed: boolean) => {
      lost = true;
      if (closed) retry = setTimeout(open, RETRY_MS);
      // A stream ends with its session: who signs out is not asked who they are.
      if (session.get() === 'left') return;
      const answers = await isAnswering(client);
      // Meanwhile the line may be open again.
      if (!over && lost) setReached(answers);
    };
    const open = () => {
      // Who is not known any more has no stream: the dialog asks them to sign in.
      if (session.get() !== 'open') {
        retry = setTimeout(open, RETRY_MS);
        return;
      }
      const line = new EventSource(addressOf('GET /events'));
      source = line;
      line.addEventListener('changed', refresh);
      line.addEventListener('open', opened);
      line.addEventListener('error', () => void failed(line.readyState === EventSource.CLOSED));
    };
    open();
    return () => {
      over = true;
      clearTimeout(retry);
      source?.close();
    };
  }, [client]);
  return reached;
}

/** A stream that breaks does not say why: the server may be away, or the session has ended, which is noticed here. */
async function isAnswering(client: QueryClient): Promise<boolean> {
  try {
    await client.fetchQuery({ ...meQuery, staleTime: 0, retry: false });
    return true;
  } catch (error) {
    return error instanceof Problem && error.status !== 0;
  }
}
