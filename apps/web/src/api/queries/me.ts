import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import type { MeAnswer } from '#contracts/identity.js';
import { ask } from '../client.js';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => ask('GET /me', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
  meta: { still: true },
});

/** Whose desk it is: which menu, which first page. */
export type Desk = 'office' | 'auditor' | 'comune' | 'nobody';

export function deskOf(me: MeAnswer): Desk {
  const roles = me.mandates.map((each) => each.role);
  if (roles.some((role) => role === 'headOfOffice' || role === 'deskOfficer')) return 'office';
  if (roles.includes('auditor') || roles.includes('unionPresident')) return 'auditor';
  return roles.length > 0 ? 'comune' : 'nobody';
}

/** Address of the first page of a desk. */
export const HOME = {
  office: '/oggi',
  auditor: '/candidature',
  comune: '/attivita',
  nobody: '/impostazioni',
} as const satisfies Record<Desk, string>;

/** The person who is signed in; only under the shell, which loads it. */
export function useMe(): MeAnswer & { desk: Desk } {
  const { data } = useSuspenseQuery(meQuery);
  return { ...data, desk: deskOf(data) };
}
