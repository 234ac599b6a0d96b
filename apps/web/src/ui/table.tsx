import type { ReactNode } from 'react';

/** A table that scrolls by itself where the window is narrower, also by the keyboard. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section className="table-scroll" tabIndex={0} aria-label={label}>
      <table className="table-desk">{children}</table>
    </section>
  );
}
