import type { HistoryKind, HistoryQuery } from '#contracts/union-history.js';
import type { Asked } from '../../ui/filters.js';

/** What the address calls each kind, in the order of the page. */
export const KINDS = {
  papers: 'documenti',
  acts: 'atti',
  terms: 'termini',
  talks: 'conversazione',
  corrections: 'correzioni',
  engine: 'capofila',
} as const satisfies Record<HistoryKind, string>;

export const ALL_KINDS = Object.keys(KINDS) as HistoryKind[];

/** What the address asks, as the API is asked. */
export function wantedOf(asked: Asked): HistoryQuery {
  const text = (name: string) => (asked[name] === undefined ? undefined : String(asked[name]));
  return {
    body: text('comune'),
    call: text('avviso'),
    person: text('chi'),
    from: text('dal'),
    to: text('al'),
    kind: ALL_KINDS.find((each) => KINDS[each] === asked['cosa']),
    order: asked['ordine'] === 'vecchi' ? 'oldest' : undefined,
  };
}
