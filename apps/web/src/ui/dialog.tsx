import { type ReactNode, useEffect, useId, useRef } from 'react';
import { words } from '../words/index.js';

/** A question over the page. The browser's own dialog keeps the keyboard inside and gives the focus back. */
export function Dialog({
  title,
  open,
  close,
  children,
}: {
  title: string;
  open: boolean;
  /** Absent: only what stands inside can close it. */
  close?: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      {open && (
        <>
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            {close !== undefined && (
              <button type="button" className="dialog-close" onClick={close} aria-label={words.dialog.close}>
                <span aria-hidden="true">×</span>
              </button>
            )}
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
