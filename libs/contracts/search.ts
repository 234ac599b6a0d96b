import { z } from 'zod';

/** What is looked for: at least two characters that are not blanks. */
export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(2, { error: 'Scrivi almeno due lettere o cifre.' })
    .max(100, { error: 'Cerca con meno di cento lettere.' }),
});
export type SearchQuery = z.infer<typeof searchQuery>;

/** What a search finds, in this order. */
export const SEARCH_KINDS = ['application', 'call', 'notedCall', 'body', 'person'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface SearchHit {
  kind: SearchKind;
  /** "Rivello · SEND" */
  title: string;
  /** What was found in it: a CUP, a CIG, a number, a role. */
  detail: string;
  /** Address of its page: `/candidature/rivello-send-2027`. */
  page: string;
}

/** At most twenty hits over all kinds, grouped by kind. */
export interface SearchResult {
  groups: { kind: SearchKind; hits: SearchHit[] }[];
}
