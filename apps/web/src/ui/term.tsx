import { useId, useState } from 'react';
import { words } from '../words/index.js';

const { terms, what } = words.glossary;
export type TermName = keyof typeof terms;

/**
 * An acronym that explains itself: pressed, or reached by the keyboard and pressed, it shows its sentence; Esc or
 * leaving hides it. A button and not a title, which neither keyboard nor finger reaches.
 */
export function Term({ name }: { name: TermName }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="term">
      <button
        type="button"
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        aria-label={open ? undefined : `${name}: ${what(name)}`}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        {name}
      </button>
      {open && (
        <span role="tooltip" id={id} className="term-tip">
          {terms[name]}
        </span>
      )}
    </span>
  );
}
