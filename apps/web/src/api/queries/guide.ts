import { queryOptions } from '@tanstack/react-query';

/** Guides as they stand in `docs/guida`; each is loaded when it is opened. */
const TEXTS = import.meta.glob<string>('../../../../../docs/guida/*.md', {
  query: '?raw',
  import: 'default',
});

/** The Markdown of a guide; null when there is none of this name. */
export const guideQuery = (guide: string) =>
  queryOptions({
    queryKey: ['guide', guide],
    queryFn: async () => (await TEXTS[`../../../../../docs/guida/${guide}.md`]?.()) ?? null,
    staleTime: Number.POSITIVE_INFINITY,
    meta: { still: true },
  });
