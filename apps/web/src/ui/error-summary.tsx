import { useEffect, useRef } from 'react';
import { Coded } from './coded.js';
import { words } from '../words/index.js';

/** What is wrong in a form, as links to the fields; takes the focus when it appears. */
export function ErrorSummary({ errors }: { errors: readonly { field?: string; message: string }[] }) {
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map((each) => each.message).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="error-summary" tabIndex={-1} role="alert">
      <h2>{words.problem.summary(errors.length)}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === undefined ? (
              <Coded text={message} />
            ) : (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  const target = document.getElementById(field);
                  (target?.matches('fieldset') === true ? target.querySelector('input') : target)?.focus();
                }}
              >
                <Coded text={message} />
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
