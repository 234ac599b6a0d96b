import type { ApplicationPage, RequirementLine } from '#contracts/application-page.js';
import type { RequirementKind } from '#domain/call/requirement.js';
import type { ApplicationSearch } from './address.js';

interface Asked {
  /** What opens on the application's page: the form, the upload; a go-ahead stands there anyway. */
  opens: (id: string) => ApplicationSearch;
  /** Whoever reads may do it now. */
  may: (may: ApplicationPage['may'], line: RequirementLine) => boolean;
}

/** What the pages do with a thing that is asked, by its kind. */
export const ASKED = {
  document: {
    opens: (id) => ({ carica: id }),
    may: ({ file, review }, { id, status }) =>
      (status === 'inReview' ? review : file).some((each) => each.requirement === id),
  },
  milestone: {
    opens: (id) => ({ registra: id }),
    may: ({ milestones }, { id }) => milestones.some((each) => each.milestone === id),
  },
  approval: {
    opens: () => ({}),
    may: ({ approve }, { id }) => approve.some((each) => each.requirement === id),
  },
} satisfies Record<RequirementKind, Asked>;
