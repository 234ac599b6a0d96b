import type { ApplicationPage } from '#contracts/application-page.js';
import type { ApplicationSearch } from './address.js';

/** A link to this application's page with something open on it. */
export function hereLink({ slug }: Pick<ApplicationPage, 'slug'>, search: ApplicationSearch) {
  return { to: '/candidature/$application', params: { application: slug }, search } as const;
}
