import { type ReactNode, useEffect, useRef } from 'react';

/** A short list that opens under its button, and closes with Esc, when the focus leaves it, or when one is chosen. */
export function Disclosure({
  label,
  summary,
  className,
  children,
}: {
  label?: string;
  summary: ReactNode;
  className?: string;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const element = details.current;
    if (element === null) return;
    const close = () => element.removeAttribute('open');
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return;
      close();
      element.querySelector('summary')?.focus();
    };
    const onLeave = (event: FocusEvent) => {
      if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) close();
    };
    const onClick = (event: MouseEvent) => {
      const target = event.target as Element;
      if (!element.contains(target) || target.closest('a, button') !== null) close();
    };
    element.addEventListener('keydown', onKey);
    element.addEventListener('focusout', onLeave);
    document.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('keydown', onKey);
      element.removeEventListener('focusout', onLeave);
      document.removeEventListener('click', onClick);
    };
  }, []);
  return (
    <details ref={details} className={`disclosure ${className ?? ''}`}>
      <summary aria-label={label}>{summary}</summary>
      <div className="disclosure-list">{children}</div>
    </details>
  );
}
