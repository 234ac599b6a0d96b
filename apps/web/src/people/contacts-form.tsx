import { useForm } from 'react-hook-form';
import { command } from '../api/client.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/field.js';
import { ProblemNotice } from '../ui/notice.js';
import { words } from '../words/index.js';
import type { PersonFormProps } from './managing.js';
import { useAct } from './use-act.js';

const say = words.people;

interface Typed {
  name: string;
  email: string;
  phone: string;
}

/** Name, address and telephone as they are right. */
export function ContactsForm({ person, managing, done }: PersonFormProps) {
  const { register, handleSubmit, formState } = useForm<Typed>({
    defaultValues: { name: person.name, email: person.email ?? '', phone: person.phone ?? '' },
  });
  const save = useAct<Typed>(
    ({ name, email, phone }) =>
      command(
        `/people/${person.id}`,
        { actingBody: managing.actingBody, name, email, phone: phone.trim() === '' ? null : phone },
        { method: 'PUT' },
      ),
    done,
  );
  const { errors } = formState;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => save.mutate(typed))(event)}>
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <TextField
        label={say.invite.name}
        error={errors.name?.message}
        {...register('name', { required: say.required })}
      />
      <TextField
        type="email"
        label={say.invite.email}
        hint={say.contacts.emailHint}
        error={errors.email?.message}
        {...register('email', {
          required: say.wrongEmail,
          pattern: { value: /^\S+@\S+\.\S+$/, message: say.wrongEmail },
        })}
      />
      <TextField type="tel" label={say.invite.phone} optional {...register('phone')} />
      <Button type="submit" busy={save.isPending}>
        {say.contacts.save}
      </Button>
    </form>
  );
}
