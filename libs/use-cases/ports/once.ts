import type { Refused } from '#domain/fact/refused.js';

/** A request that may come twice: the second gets the first one's answer. */
export interface Idempotency {
  key: string;
  requestHash: string;
}

/** What became of something that was asked: done, or why not. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; refused: Refused };

/** The answer that a key already got, with what it was asked then. */
export interface Answered {
  requestHash: string;
  response: unknown;
}

/** The same answer for the same request; a key used for another request is refused. */
export function repeated<T>(before: Answered, { requestHash }: Idempotency): Outcome<T> {
  if (before.requestHash === requestHash) return { ok: true, value: before.response as T };
  const detail = 'Questa chiave è già stata usata per un’altra richiesta: usane una nuova.';
  return { ok: false, refused: { code: 'API-02', detail } };
}
