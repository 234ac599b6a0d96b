import { type ReactNode, useEffect, useRef } from 'react';
import { words } from '../words/index.js';
import { AcronymsOf } from './acronym.js';

/** A page: its title stands in the tab and as the only `h1`, which takes the focus when one comes from another page. */
export function Page({
  title,
  tab,
  lead,
  actions,
  children,
}: {
  title: ReactNode;
  /** The title of the tab, where `title` is no plain text. */
  tab?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const tabTitle = tab ?? (typeof title === 'string' ? title : words.shell.product);
  useEffect(() => {
    document.title = `${tabTitle} · ${words.shell.product}`;
  }, [tabTitle]);
  useEffect(() => {
    // Not on the first page of a visit: there the browser's own start is the best place.
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <div className="title-row">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {typeof title === 'string' && <AcronymsOf label={title} />}
          </div>
          {lead !== undefined && <div className="page-lead">{lead}</div>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

let visited = false;
