import { useForm, useWatch } from 'react-hook-form';
import { dayInWords } from '../../../ui/dates.js';
import { TextArea, TextField } from '../../../ui/field.js';
import { FormButtons } from '../../../ui/form-buttons.js';
import { words } from '../../../words/index.js';

const say = words.documents.dated;

/** A paper that had to exist before an official act: its own date, and a reason where that is younger than the act. */
export function AcceptDated({
  label,
  notAfter,
  on,
  busy,
  cancel,
  accept,
}: {
  label: string;
  notAfter: string;
  on: string;
  busy: boolean;
  cancel: () => void;
  accept: (said: { dated: string; reason?: string }) => void;
}) {
  const form = useForm<{ dated: string; reason: string }>({
    defaultValues: { dated: '', reason: '' },
  });
  const { errors } = form.formState;
  const younger = useWatch({ control: form.control, name: 'dated' }) > notAfter;
  const by = dayInWords(notAfter, on);
  return (
    <form
      noValidate
      onSubmit={(event) =>
        void form.handleSubmit(({ dated, reason }) => {
          if (dated !== '') accept({ dated, ...(younger ? { reason } : {}) });
        })(event)
      }
    >
      <TextField
        type="date"
        label={say.date}
        hint={say.hint(by)}
        max={on}
        {...form.register('dated', { required: say.missing })}
        error={errors.dated?.message}
      />
      {younger && (
        <TextArea
          label={say.reason}
          hint={say.reasonHint(by)}
          maxLength={500}
          {...form.register('reason', { required: say.reasonMissing })}
          error={errors.reason?.message}
        />
      )}
      <FormButtons busy={busy} label={words.documents.goodLabel(label)} cancel={cancel}>
        {words.documents.good}
      </FormButtons>
    </form>
  );
}
