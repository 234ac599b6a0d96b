import { useEffect, useRef } from 'react';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

/** What was just recorded, above where the application stands now: it comes into sight, and takes the focus. */
export function Recorded({ what }: { what: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <div ref={place} tabIndex={-1}>
      <Notice kind="success">{words.application.recorded(what)}</Notice>
    </div>
  );
}
