import type { Amendment } from '#domain/term/rule.js';

/** Acts that moved the terms of calls. */
export abstract class BoardQueries {
  /** By call: the acts that still count, as recorded, each with the term that it moves. */
  abstract amendments(person: string): Promise<Map<string, ({ term: string } & Amendment)[]>>;
}
