import type { PersonAnswer } from '#contracts/identity.js';
import { ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { useDraft } from '../../ui/draft.js';
import { words } from '../../words/index.js';
import { useAct } from '../edit/use-act.js';

const say = words.people;

interface Typed {
  from: string;
  to: string;
  substitute: string;
}

/** Days away and who stands in. */
export function AbsenceForm({
  person,
  on,
  acting,
  managing,
  done,
}: {
  person: { id: string };
  on: string;
  acting: { actingBody: string };
  managing: { people: readonly PersonAnswer[] };
  done: () => void;
}) {
  const { register, handleSubmit, getValues, formState, forget } = useDraft<Typed>(
    `assenza ${person.id}`,
    { from: on, to: on, substitute: '' },
    true,
  );
  const save = useAct<Typed>(
    ({ from, to, substitute }) =>
      ask('POST /people/:id/absences', {
        params: { id: person.id },
        body: {
          ...acting,
          from,
          to,
          ...(substitute === '' ? {} : { substitute }),
        },
      }),
    () => {
      forget();
      done();
    },
  );
  const { errors } = formState;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => save.mutate(typed))(event)}>
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <TextField
        type="date"
        label={say.absence.from}
        error={errors.from?.message}
        {...register('from', { required: words.fault.missing })}
      />
      <TextField
        type="date"
        label={say.absence.to}
        error={errors.to?.message}
        {...register('to', {
          required: words.fault.missing,
          validate: (to) => to >= getValues('from') || say.absence.order,
        })}
      />
      <SelectField label={say.absence.substitute} hint={say.absence.what} {...register('substitute')}>
        <option value="">{say.absence.nobody}</option>
        {managing.people
          .filter((each) => each.active && each.id !== person.id)
          .map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
      </SelectField>
      <Button type="submit" busy={save.isPending}>
        {say.absence.save}
      </Button>
    </form>
  );
}
