import { useQuery } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import type { CallPage } from '#contracts/call-page.js';
import { clockQuery } from '../api/clock.js';
import { Button } from '../ui/button.js';
import { ErrorSummary } from '../ui/error-summary.js';
import { SelectField, TextField } from '../ui/field.js';
import { words } from '../words/index.js';
import type { Act } from './call.page.js';

const say = words.call.form;

/** What an act says, as the API takes it. */
export interface TypedAct {
  term: string;
  act: string;
  actDate: string;
  knownOn: string;
  newEnd?: string;
  newCutOff?: string;
  from?: string;
  to?: string;
}

export function ActForm({
  call,
  act,
  typed,
  busy,
  look,
  cancel,
}: {
  call: CallPage;
  act: Act;
  typed?: TypedAct;
  busy: boolean;
  look: (typed: TypedAct) => void;
  cancel: () => void;
}) {
  const { data: clock } = useQuery(clockQuery);
  const fixed = call.terms.find((each) => each.fixed !== undefined) ?? call.terms[0];
  const { register, handleSubmit, formState } = useForm<TypedAct>({
    values: typed ?? {
      term: fixed?.id ?? '',
      act: '',
      actDate: '',
      knownOn: clock?.date ?? '',
      newEnd: '',
      newCutOff: '',
      from: '',
      to: '',
    },
    resetOptions: { keepDirtyValues: true },
  });
  const { errors } = formState;
  const needed = { required: say.missing };
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((values) => look(withoutEmpty(values)))(event)}>
      <ErrorSummary
        errors={Object.entries(errors).map(([field, error]) => ({
          field,
          message: `${say[field as keyof TypedAct]}: ${error.message ?? ''}`,
        }))}
      />
      <div className="form-grid">
        <SelectField id="term" label={say.term} error={errors.term?.message} {...register('term', needed)}>
          {call.terms.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </SelectField>
        <TextField
          id="act"
          label={say.act}
          hint={say.actHint}
          maxLength={200}
          error={errors.act?.message}
          {...register('act', needed)}
        />
        <TextField
          id="actDate"
          type="date"
          label={say.actDate}
          error={errors.actDate?.message}
          {...register('actDate', needed)}
        />
        <TextField
          id="knownOn"
          type="date"
          label={say.knownOn}
          error={errors.knownOn?.message}
          {...register('knownOn', needed)}
        />
        {act === 'suspension' ? (
          <>
            <TextField
              id="from"
              type="date"
              label={say.from}
              error={errors.from?.message}
              {...register('from', needed)}
            />
            <TextField
              id="to"
              type="date"
              label={say.to}
              error={errors.to?.message}
              {...register('to', needed)}
            />
          </>
        ) : (
          <>
            <TextField
              id="newEnd"
              type="date"
              label={say.newEnd}
              error={errors.newEnd?.message}
              {...register('newEnd', needed)}
            />
            <TextField
              id="newCutOff"
              label={say.newCutOff}
              hint={say.newCutOffHint}
              error={errors.newCutOff?.message}
              {...register('newCutOff', {
                pattern: { value: /^([01]\d|2[0-3]):[0-5]\d$/, message: say.hour },
              })}
            />
          </>
        )}
      </div>
      <div className="form-actions">
        <Button type="submit" busy={busy}>
          {say.preview}
        </Button>
        <Button tone="quiet" onClick={cancel}>
          {words.dialog.cancel}
        </Button>
      </div>
    </form>
  );
}

function withoutEmpty(values: TypedAct): TypedAct {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== ''),
  ) as unknown as TypedAct;
}
