import type { NotedCall, NotedCallRequest } from '#contracts/noted-call.js';
import type { Overtaken } from '../refusal.js';
import type { Idempotency, Outcome } from './once.js';

/** What is known of a call that is only noted. */
export type NotedWords = Omit<NotedCallRequest, 'actingBody'>;

/** Calls that came out and were not launched, in a person's sight. */
export abstract class NotedCalls {
  /** Those that end first come first. */
  abstract list(person: string): Promise<NotedCall[]>;
  abstract find(person: string, idOrSlug: string): Promise<NotedCall | undefined>;
  /** @returns `AVV-15` when its link is noted already. */
  abstract note(
    person: string,
    words: NotedWords,
    idempotency?: Idempotency,
  ): Promise<Outcome<{ id: string; slug: string }>>;
  /**
   * @param seen version as it was read; undefined: written all the same.
   * @returns who was quicker, null when it is corrected; `AVV-15` when the link is another one's.
   */
  abstract correct(
    person: string,
    id: string,
    words: NotedWords,
    seen: number | undefined,
  ): Promise<Outcome<Overtaken | null>>;
  /** @param reason why it is put away; null takes it back. */
  abstract putAway(person: string, id: string, reason: string | null): Promise<void>;
}
