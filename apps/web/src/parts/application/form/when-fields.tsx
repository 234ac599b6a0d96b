import { useWatch, type UseFormReturn } from 'react-hook-form';
import { Choice, TextField } from '../../../ui/field.js';
import { words } from '../../../words/index.js';
import { fieldId, type RecordValues } from './record-values.js';

const say = words.record;

/** When it happened: now, as the product sees it, or on a day that somebody declares. */
export function WhenFields({
  form,
  on,
  error,
}: {
  form: UseFormReturn<RecordValues>;
  on: string;
  error: (name: string) => string | undefined;
}) {
  const when = useWatch({ control: form.control, name: 'when' });
  return (
    <>
      <Choice
        label={say.when}
        {...form.register('when')}
        options={[
          { value: 'now', label: say.whenNow },
          { value: 'other', label: say.whenOther, hint: say.whenOtherHint },
        ]}
      />
      {when === 'other' && (
        <div className="field-row">
          <TextField
            id={fieldId('date')}
            label={say.date}
            type="date"
            max={on}
            {...form.register('date')}
            error={error('date')}
          />
          <TextField
            id={fieldId('time')}
            label={say.time}
            type="time"
            optional
            {...form.register('time')}
            error={error('time')}
          />
        </div>
      )}
    </>
  );
}
