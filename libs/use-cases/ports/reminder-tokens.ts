import type { AskedOf } from '#domain/fact/asked-of.js';

/** A message that carried the three quick answers. */
export interface AnsweredMessage {
  application: string;
  person: string;
  /** What it was about: a term, or a paper or go-ahead. */
  about: AskedOf & { term?: string; round?: number; requirement?: string };
}

/** Secrets of the quick answers: one a message, used once, told only by their hash. */
export abstract class ReminderTokens {
  /** What the token is about, without using it up; undefined when unknown, used or expired. */
  abstract find(token: string): Promise<AnsweredMessage | undefined>;
  abstract use(token: string): Promise<void>;
}
