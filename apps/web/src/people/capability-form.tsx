import { useForm } from 'react-hook-form';
import { CAPABILITIES, type CapabilityKind } from '#domain/people/capability.js';
import { command } from '../api/client.js';
import { Button } from '../ui/button.js';
import { SelectField, TextField } from '../ui/field.js';
import { ProblemNotice } from '../ui/notice.js';
import { words } from '../words/index.js';
import { useAct } from './use-act.js';

const say = words.people;

interface Typed {
  kind: CapabilityKind;
  expiresOn: string;
}

/** What a person can sign or reach, and until when. */
export function CapabilityForm({
  person,
  acting,
  done,
}: {
  person: { id: string };
  acting: { actingBody: string };
  done: () => void;
}) {
  const { register, handleSubmit } = useForm<Typed>({
    defaultValues: { kind: 'digitalSignature', expiresOn: '' },
  });
  const save = useAct<Typed>(
    ({ kind, expiresOn }) =>
      command(
        `/people/${person.id}/capabilities/${kind}`,
        { ...acting, expiresOn: expiresOn === '' ? null : expiresOn },
        { method: 'PUT' },
      ),
    done,
  );
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => save.mutate(typed))(event)}>
      {save.error !== null && <ProblemNotice problem={save.error} />}
      <SelectField label={say.capability.kind} {...register('kind')}>
        {CAPABILITIES.map((kind) => (
          <option key={kind} value={kind}>
            {say.means[kind]}
          </option>
        ))}
      </SelectField>
      <TextField
        type="date"
        label={say.capability.expires}
        hint={say.capability.expiresHint}
        {...register('expiresOn')}
      />
      <Button type="submit" busy={save.isPending}>
        {say.capability.save}
      </Button>
    </form>
  );
}
