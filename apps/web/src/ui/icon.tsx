import sprites from 'bootstrap-italia/dist/svg/sprites.svg?url';

/** An icon of Bootstrap Italia, always beside a word: it says nothing by itself and is hidden from screen readers. */
export function Icon({ name, size = 'sm' }: { name: string; size?: 'xs' | 'sm' | 'lg' }) {
  return (
    <svg className={`icon icon-${size}`} aria-hidden="true" focusable="false">
      <use href={`${sprites}#it-${name}`} />
    </svg>
  );
}
