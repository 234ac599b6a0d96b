import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { SignInForm } from '../../parts/sign-in/sign-in-form.js';
import { Button } from '../../ui/button.js';
import { CheckField, Choice, TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.welcome;

interface Typed {
  password: string;
  shared: boolean;
}

/** A password, or a code by mail each time; either way the person is signed in afterwards. */
export function ChooseWay({ secret, email }: { secret: string; email: string }) {
  const [by, setBy] = useState<'password' | 'code'>('password');
  // The secret has done its work: it stays neither in the address nor in the history.
  const enter = () => window.location.replace('/');
  return (
    <>
      <Choice
        label={say.how}
        name="way"
        value={by}
        onChange={(event) => setBy(event.currentTarget.value === 'code' ? 'code' : 'password')}
        options={[
          { value: 'password', label: say.byPassword, hint: say.byPasswordHint },
          { value: 'code', label: say.byCode, hint: say.byCodeHint },
        ]}
      />
      {by === 'code' ? (
        <SignInForm email={email} done={enter} />
      ) : (
        <ByPassword secret={secret} email={email} done={enter} />
      )}
    </>
  );
}

function ByPassword({ secret, email, done }: { secret: string; email: string; done: () => void }) {
  const [shown, setShown] = useState(false);
  const { register, handleSubmit, formState } = useForm<Typed>({
    defaultValues: { password: '', shared: false },
  });
  const accept = useMutation<unknown, Problem, Typed>({
    mutationFn: async ({ password, shared }) => {
      await ask('POST /invitations/accept', { body: { invitation: secret, password } });
      await ask('POST /sessions', { body: { email, password, sharedComputer: shared } });
    },
    onSuccess: done,
  });
  return (
    <form noValidate onSubmit={(event) => void handleSubmit((typed) => accept.mutate(typed))(event)}>
      {accept.error !== null && <ProblemNotice problem={accept.error} />}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <TextField
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        label={say.password}
        hint={say.passwordHint}
        error={formState.errors.password?.message}
        {...register('password', {
          required: say.short,
          minLength: { value: 12, message: say.short },
          maxLength: { value: 200, message: say.long },
        })}
      />
      <CheckField label={say.show} checked={shown} onChange={() => setShown(!shown)} />
      <CheckField label={words.signIn.shared} hint={words.signIn.sharedHint} {...register('shared')} />
      <div className="form-actions">
        <Button type="submit" busy={accept.isPending}>
          {say.enter}
        </Button>
      </div>
    </form>
  );
}
