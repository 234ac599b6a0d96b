import { Fragment, useId, useState } from 'react';
import { words } from '../words/index.js';
import { type Acronym, acronymsOf, pieces } from './acronyms.js';

const { terms, what } = words.glossary;

/**
 * An acronym that explains itself: pressed, it shows its sentence; Esc or leaving hides it. A button and not a title,
 * which neither keyboard nor finger reaches.
 *
 * @param mark shows a question mark: beside a label, which may hold no button.
 */
export function Explained({ acronym, mark = false }: { acronym: Acronym; mark?: boolean }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <span className="acronym">
      <button
        type="button"
        className={mark ? 'acronym-mark' : 'acronym-word'}
        aria-expanded={open}
        aria-describedby={open ? id : undefined}
        aria-label={mark ? what(acronym) : undefined}
        onClick={() => setOpen(!open)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setOpen(false);
        }}
      >
        {mark ? '?' : acronym}
      </button>
      {open && (
        <span role="tooltip" id={id} className="acronym-tip">
          {terms[acronym]}
        </span>
      )}
    </span>
  );
}

/**
 * A sentence whose acronyms explain themselves; never inside of a link, a button or a label, nor in a heading, whose
 * name a button would break up.
 */
export function Sentence({ children }: { children: string }) {
  return pieces(children).map((each, n) => (
    <Fragment key={n}>{typeof each === 'string' ? each : <Explained acronym={each.acronym} />}</Fragment>
  ));
}

/** A question mark for each acronym of a label, to stand beside it. */
export function AcronymsOf({ label }: { label: string }) {
  return acronymsOf(label).map((each) => <Explained key={each} acronym={each} mark />);
}
