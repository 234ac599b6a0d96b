import { infiniteQueryOptions } from '@tanstack/react-query';
import type { HistoryKind, UnionHistory } from '#contracts/union-history.js';
import { ask } from '../../api/client.js';
import type { Asked } from '../../ui/filters.js';

/** What the address calls each kind. */
export const KINDS = {
  documenti: 'papers',
  atti: 'acts',
  termini: 'terms',
  conversazione: 'talks',
  correzioni: 'corrections',
  capofila: 'engine',
} as const satisfies Record<string, HistoryKind>;
export type KindName = keyof typeof KINDS;

/** Names in the address, with what the API calls them. */
const NAMES = { comune: 'body', avviso: 'call', chi: 'person', dal: 'from', al: 'to' } as const;

export const historyQuery = (asked: Asked) => {
  const wanted = new URLSearchParams();
  for (const [name, parameter] of Object.entries(NAMES)) {
    if (asked[name] !== undefined) wanted.set(parameter, String(asked[name]));
  }
  if (asked['cosa'] !== undefined) wanted.set('kind', KINDS[asked['cosa'] as KindName]);
  if (asked['ordine'] === 'vecchi') wanted.set('order', 'oldest');
  return infiniteQueryOptions({
    queryKey: ['history', wanted.toString()],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) => {
      const query = new URLSearchParams(wanted);
      if (pageParam !== null) query.set('after', pageParam);
      return ask<UnionHistory>(`/history?${query.toString()}`, signal);
    },
    getNextPageParam: (last) => last.next,
  });
};
