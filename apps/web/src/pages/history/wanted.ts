import type { HistoryKind, HistoryQuery } from '#contracts/union-history.js';
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

/** What the address asks, as the API is asked. */
export function wantedOf(asked: Asked): HistoryQuery {
  const text = (name: string) => (asked[name] === undefined ? undefined : String(asked[name]));
  const kind = asked['cosa'] as KindName | undefined;
  return {
    body: text('comune'),
    call: text('avviso'),
    person: text('chi'),
    from: text('dal'),
    to: text('al'),
    kind: kind && KINDS[kind],
    order: asked['ordine'] === 'vecchi' ? 'oldest' : undefined,
  };
}
