import { useEffect, useRef, type ReactNode } from 'react';
import { AcronymsOf } from '../../ui/acronym.js';

/** A form over the page; it takes the focus when it opens. */
export function Panel({ title, children }: { title: ReactNode; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section className="panel" aria-labelledby="modulo">
      <div className="title-row">
        <h2 id="modulo" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {typeof title === 'string' && <AcronymsOf label={title} />}
      </div>
      {children}
    </section>
  );
}
