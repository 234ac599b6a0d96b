import { BODY_ROLES, type Role, UNION_ROLES } from '#domain/people/role.js';
import { roleInWords } from '#domain/people/role-words.js';
import { ask } from '../../api/client.js';
import { EditForm } from '../edit/edit-form.js';
import { useEdit } from '../edit/use-edit.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { useDraft } from '../../ui/draft.js';
import { words } from '../../words/index.js';
import type { HeldHere } from './of-body.js';
import type { PersonFormProps } from './managing.js';
import { roleLine } from './role-line.js';
import { useAct } from '../edit/use-act.js';

const say = words.people;

/** The roles that a body of a kind can have, as options. */
export function RoleOptions({ kind }: { kind: 'union' | 'comune' | 'other' }) {
  return (kind === 'union' ? UNION_ROLES : BODY_ROLES).map((role) => (
    <option key={role} value={role}>
      {roleInWords(role)}
    </option>
  ));
}

interface Given {
  role: Role;
  from: string;
  to: string;
}

/** Gives a person a role in the body of the page. */
export function GiveRoleForm({ person, on, managing, done }: PersonFormProps) {
  const { body, actingBody } = managing;
  const { register, handleSubmit, formState, forget } = useDraft<Given>(
    `incarico ${body.id} ${person.id}`,
    { role: body.kind === 'union' ? 'deskOfficer' : 'referent', from: on, to: '' },
    true,
  );
  const give = useAct<Given>(
    ({ role, from, to }) =>
      ask('POST /people/:id/memberships', {
        params: { id: person.id },
        body: {
          actingBody,
          body: body.id,
          role,
          from,
          ...(to === '' ? {} : { to }),
        },
      }),
    () => {
      forget();
      done();
    },
  );
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => give.mutate(typed))(event)}>
      {give.error !== null && <ProblemNotice problem={give.error} />}
      <SelectField label={say.invite.role} {...register('role')}>
        <RoleOptions kind={body.kind} />
      </SelectField>
      <TextField
        type="date"
        label={say.invite.from}
        error={formState.errors.from?.message}
        {...register('from', { required: words.fault.missing })}
      />
      <TextField type="date" label={say.invite.to} optional hint={say.invite.toHint} {...register('to')} />
      <Button type="submit" busy={give.isPending}>
        {say.role.give}
      </Button>
    </form>
  );
}

/** Sets the last day of a role. */
export function EndRoleForm({
  person,
  on,
  managing: { actingBody },
  done,
  role,
}: PersonFormProps & { role: HeldHere }) {
  const edit = useEdit<{ to: string }>({
    key: `fine ${role.id}`,
    start: { to: role.to ?? on },
    version: role.version,
    send: ({ to }, when) =>
      ask('POST /people/:id/memberships/:membership/end', {
        params: { id: person.id, membership: role.id },
        body: { actingBody, to },
        ...when,
      }),
    done,
  });
  const { register, formState } = edit.form;
  return (
    <EditForm edit={edit} standing={<p>{roleLine(role, on)}</p>} button={say.end.give}>
      <p>{say.end.what}</p>
      <TextField
        type="date"
        label={say.end.to}
        error={formState.errors.to?.message}
        {...register('to', { required: words.fault.missing })}
      />
    </EditForm>
  );
}
