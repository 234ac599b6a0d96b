import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Collision } from '../../ui/collision.js';
import { Notice } from '../../ui/notice.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { words } from '../../words/index.js';
import type { Edit } from './use-edit.js';

const say = words.edit;

/** The form of an edit: what was kept, who was quicker and what stands now, the fields, and its two ways out. */
export function EditForm<T extends FieldValues>({
  edit,
  standing,
  button,
  note,
  children,
}: {
  edit: Edit<T>;
  /** What stands now, as the page shows it. */
  standing: ReactNode;
  button: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <form noValidate onSubmit={edit.submit}>
      {edit.form.restored && <Notice>{words.record.restored}</Notice>}
      {children}
      {note !== undefined && <p className="field-hint">{note}</p>}
      {/* Beside the button that was pressed: on a telephone the head of the form is out of sight. */}
      {edit.seen && (
        <Notice kind="info">
          {say.standing}
          {standing}
          {say.yours}
        </Notice>
      )}
      {edit.problem !== null && <Collision problem={edit.problem} mine={edit.mine} seen={edit.see} />}
      <FormButtons busy={edit.busy} cancel={edit.cancel}>
        {button}
      </FormButtons>
    </form>
  );
}
