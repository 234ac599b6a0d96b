import type { UseFormReturn } from 'react-hook-form';
import type { CallPage } from '#contracts/call-page.js';
import { type DraftForm } from '../../ui/draft.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { SelectField, TextArea, TextField } from '../../ui/field.js';
import { Notice } from '../../ui/notice.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { words } from '../../words/index.js';
import { type Act, type ActField, FIELDS, type TypedAct } from './act.js';

const say = words.call.form;

/** What the act says; the next step shows what it would do. */
export function ActForm({
  call,
  act,
  form,
  busy,
  look,
  cancel,
}: {
  call: CallPage;
  act: Act;
  form: DraftForm<TypedAct>;
  busy: boolean;
  look: (typed: TypedAct) => void;
  cancel: () => void;
}) {
  const { errors } = form.formState;
  const fields = FIELDS[act];
  return (
    <form
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => look(filled(values, fields)))(event)}
    >
      {form.restored && <Notice>{words.record.restored}</Notice>}
      <ErrorSummary
        errors={fields.flatMap((field) => {
          const message = errors[field]?.message;
          return message === undefined ? [] : [{ field, message: `${say[field]}: ${message}` }];
        })}
      />
      <div className={fields.length > 1 ? 'form-grid' : undefined}>
        {fields.map((field) => (
          <Field key={field} field={field} act={act} call={call} form={form} />
        ))}
      </div>
      <FormButtons busy={busy} cancel={cancel}>
        {say.preview[act]}
      </FormButtons>
    </form>
  );
}

function Field({
  field,
  act,
  call,
  form: { register, formState },
}: {
  field: ActField;
  act: Act;
  call: CallPage;
  form: UseFormReturn<TypedAct>;
}) {
  const error = formState.errors[field]?.message;
  const needed = { required: words.fault.missing };
  const named = { id: field, label: say[field], error };
  switch (field) {
    case 'term':
      return (
        <SelectField {...named} {...register(field, needed)}>
          {call.terms.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </SelectField>
      );
    case 'reason':
      return (
        <TextArea
          {...named}
          hint={act === 'withdrawal' ? say.withdrawalHint : say.fundsAgainHint}
          maxLength={500}
          {...register(field, needed)}
        />
      );
    case 'act':
      return <TextField {...named} hint={say.actHint} maxLength={200} {...register(field, needed)} />;
    case 'newCutOff':
      return (
        <TextField
          {...named}
          hint={say.newCutOffHint}
          {...register(field, { pattern: { value: /^([01]\d|2[0-3]):[0-5]\d$/, message: words.fault.hour } })}
        />
      );
    case 'unsure':
    case 'keepsSent':
      return (
        <SelectField {...named} {...register(field)}>
          <option value="no">{say.choices[field].no}</option>
          <option value="yes">{say.choices[field].yes}</option>
        </SelectField>
      );
    case 'opens':
      return <TextField {...named} hint={say.opensHint} type="date" {...register(field)} />;
    case 'actDate':
    case 'knownOn':
    case 'newEnd':
    case 'from':
    case 'to':
      return <TextField {...named} type="date" {...register(field, needed)} />;
    default:
      return field satisfies never;
  }
}

function filled(values: TypedAct, fields: readonly ActField[]): TypedAct {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field]?.trim() ?? '';
      return value === '' ? [] : [[field, value]];
    }),
  );
}
