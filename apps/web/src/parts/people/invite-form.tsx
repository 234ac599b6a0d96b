import { useState } from 'react';
import type { InvitationAnswer } from '#contracts/identity.js';
import type { Role } from '#domain/people/role.js';
import { ask } from '../../api/client.js';
import { Button } from '../../ui/button.js';
import { SelectField, TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { useDraft } from '../../ui/draft.js';
import { words } from '../../words/index.js';
import { EMAIL, NAME } from './contact-rules.js';
import type { Managing, PersonFormProps } from './managing.js';
import { RoleOptions } from './role-forms.js';
import { useAct } from '../edit/use-act.js';

const say = words.people;

interface Typed {
  name: string;
  email: string;
  phone: string;
  role: Role;
  from: string;
  to: string;
}

/** A new person of a body, with a role and an invitation. */
export function InviteForm({
  managing: { actingBody, body },
  on,
  role,
  done,
}: {
  managing: Managing;
  on: string;
  role?: Role;
  done: () => void;
}) {
  const [sent, setSent] = useState<{ name: string; answer: InvitationAnswer }>();
  const { register, handleSubmit, formState, forget } = useDraft<Typed>(
    `invito ${body.id} ${role ?? ''}`,
    {
      name: '',
      email: '',
      phone: '',
      role: role ?? (body.kind === 'union' ? 'deskOfficer' : 'referent'),
      from: on,
      to: '',
    },
    true,
  );
  const invite = useAct<Typed>(async ({ name, email, phone, role: given, from, to }) => {
    const answer = await ask('POST /invitations', {
      body: {
        actingBody,
        name,
        email,
        ...(phone.trim() === '' ? {} : { phone }),
        memberships: [{ body: body.id, role: given, from, ...(to === '' ? {} : { to }) }],
      },
    });
    forget();
    setSent({ name, answer });
  });
  if (sent !== undefined) return <Sent {...sent} done={done} />;
  const { errors } = formState;
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => invite.mutate(typed))(event)}>
      {invite.error !== null && <ProblemNotice problem={invite.error} />}
      <TextField label={say.invite.name} error={errors.name?.message} {...register('name', NAME)} />
      <TextField
        type="email"
        label={say.invite.email}
        hint={say.invite.emailHint}
        error={errors.email?.message}
        {...register('email', EMAIL)}
      />
      <TextField type="tel" label={say.invite.phone} optional {...register('phone')} />
      <SelectField label={say.invite.role} {...register('role')}>
        <RoleOptions kind={body.kind} />
      </SelectField>
      <TextField
        type="date"
        label={say.invite.from}
        error={errors.from?.message}
        {...register('from', { required: words.fault.missing })}
      />
      <TextField type="date" label={say.invite.to} optional hint={say.invite.toHint} {...register('to')} />
      <Button type="submit" busy={invite.isPending}>
        {say.invite.send}
      </Button>
    </form>
  );
}

/** Another invitation for who has not come in yet. */
export function InviteAgain({ person, managing: { actingBody }, done }: PersonFormProps) {
  const [answer, setAnswer] = useState<InvitationAnswer>();
  const invite = useAct(async () => {
    setAnswer(await ask('POST /invitations', { body: { actingBody, person: person.id } }));
  });
  if (answer !== undefined) return <Sent name={person.name} answer={answer} done={done} />;
  return (
    <>
      {invite.error !== null && <ProblemNotice problem={invite.error} />}
      <p>{person.email}</p>
      <Button busy={invite.isPending} onClick={() => invite.mutate()}>
        {say.invite.send}
      </Button>
    </>
  );
}

function Sent({ name, answer, done }: { name: string; answer: InvitationAnswer; done: () => void }) {
  return (
    <>
      {answer.mailed ? (
        <Notice kind="success">{say.invite.sent(name)}</Notice>
      ) : (
        <Notice kind="warning">
          {say.invite.notMailed(name)}
          <span className="secret mono">{`${window.location.origin}/benvenuto#${answer.invitation}`}</span>
        </Notice>
      )}
      <Button onClick={done}>{say.invite.done}</Button>
    </>
  );
}
