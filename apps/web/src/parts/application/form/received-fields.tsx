import type { UseFormReturn } from 'react-hook-form';
import { Choice, TextField } from '../../../ui/field.js';
import { words } from '../../../words/index.js';
import { fieldId, type RecordValues } from './record-values.js';

const say = words.record;

/** How a paper or an act reaches the office. */
const OFFICE_CHANNELS = ['email', 'pec', 'phone', 'inPerson', 'platform'] as const;

/** In whose name the office records it, and how it got it: always in the history. */
export function ReceivedFields({
  form,
  comune,
  behalf,
  on,
  people,
  error,
}: {
  form: UseFormReturn<RecordValues>;
  comune: string;
  /** It is the comune's act; else the office registers a notice of somebody outside. */
  behalf: boolean;
  on: string;
  people: readonly string[];
  error: (name: string) => string | undefined;
}) {
  return (
    <fieldset className="received">
      <legend>{behalf ? say.onBehalf(comune) : say.received}</legend>
      <Choice
        id={fieldId('channel')}
        label={say.channelLabel}
        {...form.register('channel')}
        error={error('channel')}
        options={OFFICE_CHANNELS.map((value) => ({ value, label: say.channel[value] }))}
      />
      <div className="field-row">
        <TextField
          id={fieldId('from')}
          label={say.from}
          optional
          list="persone-note"
          autoComplete="off"
          {...form.register('from')}
        />
        <TextField
          id={fieldId('received')}
          label={say.receivedOn}
          type="date"
          max={on}
          optional
          {...form.register('received')}
        />
      </div>
      <datalist id="persone-note">
        {people.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </datalist>
    </fieldset>
  );
}
