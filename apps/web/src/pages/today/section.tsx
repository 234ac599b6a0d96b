import { type ReactNode, useState } from 'react';
import { Button } from '../../ui/button.js';
import { words } from '../../words/index.js';

/** More lines than these are shown on request. */
const AT_FIRST = 7;

/** One section of the page, with at most seven lines at first; nothing where there is nothing. */
export function Section<T>({
  id,
  title,
  items,
  lead,
  tour,
  children,
}: {
  id: string;
  title: string;
  items: readonly T[];
  lead?: ReactNode;
  /** Name by which the tour points at it. */
  tour?: string;
  children: (item: T) => ReactNode;
}) {
  const [all, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = all ? items : items.slice(0, AT_FIRST);
  return (
    <section className="part" aria-labelledby={id} data-tour={tour}>
      <h2 id={id} tabIndex={-1}>
        {title} <span className="section-count">{items.length}</span>
      </h2>
      {lead}
      <ul className="lines">{shown.map(children)}</ul>
      {items.length > AT_FIRST && (
        <Button tone="quiet" onClick={() => setAll(!all)} expanded={all}>
          {all ? words.today.fewer : words.today.all(items.length)}
        </Button>
      )}
    </section>
  );
}
