/** A page that listens to `GET /events`, as a browser does. */
export interface EventStream {
  status: number;
  headers: Headers;
  /** Names of the events heard so far, comments left out. */
  heard: string[];
  /** The text as it came. */
  text(): string;
  /** Resolves at the next event; rejects when the stream ends before. */
  next(): Promise<void>;
  /** Resolves when the server ends the stream. */
  ended: Promise<void>;
  /** The page is closed. */
  end(): Promise<void>;
}

export async function openEvents(url: string, headers: Record<string, string>): Promise<EventStream> {
  const page = new AbortController();
  const answer = await fetch(`${url}/events`, { headers, signal: page.signal });
  const heard: string[] = [];
  let text = '';
  let waiting = Promise.withResolvers<void>();
  waiting.promise.catch(() => undefined);
  const read = async () => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      const blocks = text.split('\n\n').slice(0, -1);
      const names = blocks.flatMap((block) => /^event: (.+)$/m.exec(block)?.[1] ?? []);
      if (names.length === heard.length) continue;
      heard.push(...names.slice(heard.length));
      waiting.resolve();
      waiting = Promise.withResolvers();
      waiting.promise.catch(() => undefined);
    }
  };
  const ended = read()
    .catch((error: unknown) => {
      if (!page.signal.aborted) throw error;
    })
    .finally(() => waiting.reject(new Error('the stream ended')));
  return {
    status: answer.status,
    headers: answer.headers,
    heard,
    text: () => text,
    next: () => waiting.promise,
    ended,
    end: async () => {
      page.abort();
      await ended;
    },
  };
}
