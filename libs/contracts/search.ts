import { z } from 'zod';

/** What is looked for: at least two characters that are not blanks. */
export const searchQuery = z.strictObject({
  q: z
    .string()
    .trim()
    .min(2, { error: 'Scrivi almeno due lettere o cifre.' })
    .max(100, { error: 'Cerca con meno di cento lettere.' }),
});

/** What a search finds, in this order. */
export const SEARCH_KINDS = ['application', 'call', 'notedCall', 'body', 'person'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];
const searchKind = z.enum(SEARCH_KINDS);

export const searchHit = z
  .strictObject({
    kind: searchKind,
    /** "Rivello · SEND" */
    title: z.string(),
    /** What was found in it: a CUP, a CIG, a number, a role. */
    detail: z.string(),
    /** Address of its page: `/candidature/rivello-send-2027`. */
    page: z.string(),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof searchHit>;

/** At most twenty hits over all kinds, grouped by kind. */
export const searchResult = z
  .strictObject({
    groups: z.array(z.strictObject({ kind: searchKind, hits: z.array(searchHit) })),
  })
  .meta({ id: 'SearchResult' });
export type SearchResult = z.infer<typeof searchResult>;
