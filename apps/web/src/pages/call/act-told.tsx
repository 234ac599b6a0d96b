import type { ReactNode } from 'react';
import type { CasePreview } from '#contracts/preview.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.call.preview;

/** E-mails of one application that an act cancels, moves and plans. */
export function MailsOf({ each: { messages } }: { each: CasePreview }) {
  const { cancelled, moved, planned } = messages;
  return say.mailsOf(cancelled.length, moved.length, planned.length);
}

/** Who is told of an act. */
export function ToldTo({ each: { told } }: { each: CasePreview }) {
  if (told.length === 0) return say.nobody;
  return told.map((person) => person.name ?? words.correct.somebody).join(', ');
}

/** What became of an act. */
export function ActDone({ close, children }: { close: () => void; children: ReactNode }) {
  return (
    <>
      <Notice kind="success">{children}</Notice>
      <Button onClick={close}>{words.dialog.close}</Button>
    </>
  );
}

/** The ways on from a preview: to do it, to change what was typed, to leave it. */
export function PreviewWays({
  change,
  close,
  children,
}: {
  change: () => void;
  close: () => void;
  children: ReactNode;
}) {
  return (
    <div className="form-actions">
      {children}
      <Button tone="secondary" onClick={change}>
        {say.change}
      </Button>
      <Button tone="quiet" onClick={close}>
        {words.dialog.cancel}
      </Button>
    </div>
  );
}
