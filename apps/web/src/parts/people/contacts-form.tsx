import type { PersonAnswer } from '#contracts/identity.js';
import { ask } from '../../api/client.js';
import { EditForm } from '../edit/edit-form.js';
import { useEdit } from '../edit/use-edit.js';
import { TextField } from '../../ui/field.js';
import { words } from '../../words/index.js';
import { EMAIL, NAME } from './contact-rules.js';

const say = words.people;

interface Typed {
  name: string;
  email: string;
  phone: string;
}

/** Name, address and telephone as they are right; what one may not correct is said, not asked. */
export function ContactsForm({
  person,
  acting,
  done,
}: {
  person: PersonAnswer;
  acting: { actingBody: string };
  done: () => void;
}) {
  const edit = useEdit<Typed>({
    key: `recapiti ${person.id}`,
    start: { name: person.name, email: person.email ?? '', phone: person.phone ?? '' },
    version: person.version,
    send: ({ name, email, phone }, on) =>
      ask('PUT /people/:id', {
        params: { id: person.id },
        body: { ...acting, name, email, phone: phone.trim() === '' ? null : phone },
        ...on,
      }),
    done,
  });
  const { register, formState } = edit.form;
  const { errors } = formState;
  const stands = [person.name, person.email, person.phone].filter((each) => each !== null);
  return (
    <EditForm edit={edit} standing={<p>{stands.join(', ')}</p>} button={say.contacts.save}>
      {person.correctable.includes('name') && (
        <TextField label={say.invite.name} error={errors.name?.message} {...register('name', NAME)} />
      )}
      {person.correctable.includes('email') ? (
        <TextField
          type="email"
          label={say.invite.email}
          hint={say.contacts.emailHint}
          error={errors.email?.message}
          {...register('email', EMAIL)}
        />
      ) : (
        <p>{say.contacts.emailOfAccount(person.email ?? say.noContacts)}</p>
      )}
      <TextField type="tel" label={say.invite.phone} optional {...register('phone')} />
    </EditForm>
  );
}
