import type { ReactNode } from 'react';
import { words } from '../words/index.js';
import { Button } from './button.js';

/** The two ways out of a form: to send it, and to leave it. */
export function FormButtons({
  busy,
  label,
  cancel,
  children,
}: {
  busy: boolean;
  label?: string;
  cancel: () => void;
  children: ReactNode;
}) {
  return (
    <div className="form-actions">
      <Button type="submit" busy={busy} {...(label === undefined ? {} : { label })}>
        {children}
      </Button>
      <Button tone="quiet" onClick={cancel}>
        {words.dialog.cancel}
      </Button>
    </div>
  );
}
