import { useForm } from 'react-hook-form';
import { ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import type { PersonFormProps } from './managing.js';
import { useAct } from '../edit/use-act.js';

const say = words.people;

function Consequences({ of }: { of: readonly string[] }) {
  return (
    <ul>
      {of.map((each) => (
        <li key={each}>{each}</li>
      ))}
    </ul>
  );
}

/** Closes an account, after saying what that means. */
export function CloseForm({ person, managing: { actingBody }, done }: PersonFormProps) {
  const close = useAct(
    () => ask('POST /people/:id/deactivation', { params: { id: person.id }, body: { actingBody } }),
    done,
  );
  return (
    <>
      {close.error !== null && <ProblemNotice problem={close.error} />}
      <Consequences of={say.close.what} />
      <Button tone="danger" busy={close.isPending} onClick={() => close.mutate()}>
        {say.close.do}
      </Button>
    </>
  );
}

export function ReopenForm({ person, managing: { actingBody }, done }: PersonFormProps) {
  const reopen = useAct(
    () => ask('POST /people/:id/reactivation', { params: { id: person.id }, body: { actingBody } }),
    done,
  );
  return (
    <>
      {reopen.error !== null && <ProblemNotice problem={reopen.error} />}
      <p>{say.close.what[2]}</p>
      <Button busy={reopen.isPending} onClick={() => reopen.mutate()}>
        {say.close.reopen}
      </Button>
    </>
  );
}

/** After too many wrong passwords or codes, of whomever. */
export function UnlockForm({ person, managing: { actingBody }, done }: PersonFormProps) {
  const unlock = useAct(
    () => ask('POST /people/:id/unlocking', { params: { id: person.id }, body: { actingBody } }),
    done,
  );
  return (
    <>
      {unlock.error !== null && <ProblemNotice problem={unlock.error} />}
      <p>{say.unlock.what}</p>
      <Button busy={unlock.isPending} onClick={() => unlock.mutate()}>
        {say.unlock.do}
      </Button>
    </>
  );
}

/** Erases who a person was; the name is typed, because it cannot be undone. */
export function EraseForm({ person, managing: { actingBody }, done }: PersonFormProps) {
  const { register, handleSubmit, formState } = useForm<{ name: string }>({ defaultValues: { name: '' } });
  const erase = useAct(
    () => ask('POST /people/:id/pseudonymisation', { params: { id: person.id }, body: { actingBody } }),
    done,
  );
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(() => erase.mutate())(event)}>
      {erase.error !== null && <ProblemNotice problem={erase.error} />}
      <Consequences of={say.erase.what} />
      <TextField
        autoComplete="off"
        label={say.erase.type(person.name)}
        error={formState.errors.name?.message}
        {...register('name', {
          validate: (typed) => typed.trim() === person.name || say.erase.wrong,
        })}
      />
      <Button type="submit" tone="danger" busy={erase.isPending}>
        {say.erase.do}
      </Button>
    </form>
  );
}
