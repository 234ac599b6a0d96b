import type { ReactNode } from 'react';
import { Button } from '../../ui/button.js';
import { words } from '../../words/index.js';

const say = words.comuni.edit;

/** Rows of a form that can be added and taken away. */
export function Rows({
  rows,
  add,
  remove,
  children,
}: {
  rows: readonly { id: string }[];
  add: () => void;
  remove: (n: number) => void;
  children: (n: number) => ReactNode;
}) {
  return (
    <>
      {rows.map(({ id }, n) => (
        <fieldset key={id} className="row-group">
          <legend>{say.row(n + 1)}</legend>
          {children(n)}
          <Button tone="quiet" small label={say.removeLabel(n + 1)} onClick={() => remove(n)}>
            {say.remove}
          </Button>
        </fieldset>
      ))}
      <p>
        <Button tone="secondary" small onClick={add}>
          {say.add}
        </Button>
      </p>
    </>
  );
}
