import { problemOf, unreachable } from './problem.js';

/** Asks the API something. @throws Problem */
export async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>(path, {
    headers: { accept: 'application/json' },
    ...(signal === undefined ? {} : { signal }),
  });
}

/** What a command may carry beside its body. */
export interface CommandOptions {
  method?: 'POST' | 'PUT' | 'DELETE';
  /** The same key again gets the first answer again: a repeat after a lost network does nothing twice. */
  once?: string;
  /** The version that the person saw (`ETag`); refused when another person has changed it since. */
  ifMatch?: string;
}

/** Gives the API a command. @throws Problem */
export async function command<T = void>(
  path: string,
  body?: object,
  { method = 'POST', once, ifMatch }: CommandOptions = {},
): Promise<T> {
  return send<T>(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(once === undefined ? {} : { 'idempotency-key': once }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Asks for a file. @throws Problem */
export async function askBytes(path: string, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await answerOf(path, { signal })).arrayBuffer());
}

/** "?a=1&b=2" of what is asked; nothing of what is not. */
export function queryString(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given).toString()}`;
}

async function send<T>(path: string, init: RequestInit): Promise<T> {
  const text = await (await answerOf(path, init)).text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function answerOf(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, { credentials: 'same-origin', ...init }).catch((error: unknown) => {
    // A question that nobody waits for any more is no problem.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  });
  if (!answer.ok) throw await problemOf(answer);
  return answer;
}
