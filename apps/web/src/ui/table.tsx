import type { ReactNode } from 'react';

/**
 * A table that scrolls by itself where the window is narrower, also by the keyboard. A group and no region of the page:
 * the part in which it stands is one already, often of the same name.
 */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <div className="table-scroll" role="group" tabIndex={0} aria-label={label}>
      <table className="table-desk">{children}</table>
    </div>
  );
}
