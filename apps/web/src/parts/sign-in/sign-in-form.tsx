import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { SessionAnswer } from '#contracts/identity.js';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { statusQuery } from '../../api/queries/status.js';
import { Button } from '../../ui/button.js';
import { CheckField, TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.signIn;

/** Where the last address that signed in here is kept; never on a shared computer. */
const KNOWN = 'capofila-email';

interface Typed {
  email: string;
  password: string;
  code: string;
  shared: boolean;
}

/** Signing in: with a six-digit code that comes by mail, or with a password. */
export function SignInForm({ email = '', done }: { email?: string; done: (person: string) => void }) {
  const [by, setBy] = useState<'code' | 'password'>('code');
  const { register, handleSubmit, getValues, trigger, formState, setFocus } = useForm<Typed>({
    defaultValues: {
      email: email === '' ? (localStorage.getItem(KNOWN) ?? '') : email,
      password: '',
      code: '',
      shared: false,
    },
  });
  const send = useMutation<{ detail: string }, Problem>({
    mutationFn: () => ask('POST /sign-in-codes', { body: { email: getValues('email') } }),
    onSuccess: () => setTimeout(() => setFocus('code')),
  });
  const enter = useMutation<SessionAnswer, Problem, Typed>({
    mutationFn: ({ email: address, password, code, shared }) =>
      ask('POST /sessions', {
        body: {
          email: address,
          sharedComputer: shared,
          ...(by === 'code' ? { code: code.replaceAll(/\s/g, '') } : { password }),
        },
      }),
    onSuccess: ({ person }, { email: address, shared }) => {
      if (shared) localStorage.removeItem(KNOWN);
      else localStorage.setItem(KNOWN, address);
      done(person);
    },
  });
  const { errors } = formState;
  const problem = enter.error ?? send.error;
  const asked = by === 'code' && !send.isSuccess;
  return (
    <form
      className="sign-in"
      noValidate
      onSubmit={(event) => {
        if (asked) {
          event.preventDefault();
          void trigger('email').then((good) => (good ? send.mutate() : undefined));
        } else void handleSubmit((typed) => enter.mutate(typed))(event);
      }}
    >
      {problem !== null && <ProblemNotice problem={problem} />}
      <TextField
        type="email"
        autoComplete="username"
        label={say.email}
        hint={say.emailHint}
        error={errors.email?.message}
        {...register('email', {
          required: say.missingEmail,
          pattern: { value: /^\S+@\S+\.\S+$/, message: say.missingEmail },
        })}
      />
      {by === 'password' && (
        <TextField
          type="password"
          autoComplete="current-password"
          label={say.password}
          error={errors.password?.message}
          {...register('password', { required: say.missingPassword, shouldUnregister: true })}
        />
      )}
      {by === 'code' && send.isSuccess && (
        <>
          <Notice>{send.data.detail}</Notice>
          <DemoCode email={getValues('email')} />
          <TextField
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={7}
            label={say.code}
            hint={say.codeHint}
            error={errors.code?.message}
            {...register('code', {
              required: say.missingCode,
              pattern: { value: /^\d{3}\s?\d{3}$/, message: say.missingCode },
              shouldUnregister: true,
            })}
          />
        </>
      )}
      <CheckField label={say.shared} hint={say.sharedHint} {...register('shared')} />
      <div className="form-actions">
        {asked && (
          <Button type="submit" busy={send.isPending}>
            {say.sendCode}
          </Button>
        )}
        {!asked && (
          <Button type="submit" busy={enter.isPending}>
            {by === 'code' ? say.withCode : say.withPassword}
          </Button>
        )}
        {by === 'code' && send.isSuccess && (
          <Button tone="quiet" busy={send.isPending} onClick={() => send.mutate()}>
            {say.sendCodeAgain}
          </Button>
        )}
        <Button
          tone="quiet"
          onClick={() => {
            enter.reset();
            setBy(by === 'code' ? 'password' : 'code');
          }}
        >
          {by === 'code' ? say.usePassword : say.useCode}
        </Button>
      </div>
    </form>
  );
}

/** In a demo no mail leaves the computer: the code is read in another tab, and the form stays as it is. */
function DemoCode({ email }: { email: string }) {
  const { data } = useQuery(statusQuery);
  if (data?.demo !== true) return null;
  return (
    <p>
      <a href={`/accedi/posta?a=${encodeURIComponent(email)}`} target="_blank" rel="noreferrer">
        {say.demoCode}
      </a>
    </p>
  );
}
