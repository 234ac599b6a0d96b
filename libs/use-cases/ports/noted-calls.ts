import type { NotedCall, NotedCallRequest } from '#contracts/noted-call.js';
import type { Overtaken } from '../refusal.js';
import type { Answered, Idempotency } from './once.js';

/** What is known of a call that is only noted. */
export type NotedWords = Omit<NotedCallRequest, 'actingBody'>;

/** What is read and written while nobody else of the union notes anything. */
export interface NotedTransaction {
  /** What this key was answered before; the same request at the same time waits here. */
  answered(key: Idempotency): Promise<Answered | undefined>;
  /** Whether a link is noted already, by another one than this. */
  isNoted(link: string, but?: string): Promise<boolean>;
  /** Addresses that are taken in the union and begin so. */
  slugs(base: string): Promise<ReadonlySet<string>>;
  /** The answer is kept under the key with it. */
  add(noted: { id: string; slug: string }, words: NotedWords, key?: Idempotency): Promise<void>;
  /**
   * @param seen version as it was read; undefined: written all the same.
   * @returns who was quicker, null when it is corrected.
   */
  correct(id: string, words: NotedWords, seen: number | undefined): Promise<Overtaken | null>;
}

/** Calls that came out and were not launched, in a person's sight. */
export abstract class NotedCalls {
  /** Those that end first come first. */
  abstract list(person: string): Promise<NotedCall[]>;
  abstract find(person: string, idOrSlug: string): Promise<NotedCall | undefined>;
  abstract transact<T>(person: string, work: (on: NotedTransaction) => Promise<T>): Promise<T>;
  /** @param reason why it is put away; null takes it back. */
  abstract putAway(person: string, id: string, reason: string | null): Promise<void>;
}
