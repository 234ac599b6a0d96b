import type { SearchHit } from '#contracts/search.js';

/** Looks for words in what a person may see. */
export abstract class Search {
  /** Hits in the order of their kinds, the better first; at most `limit`. */
  abstract find(person: string, words: string, limit: number): Promise<SearchHit[]>;
}
