import { Link } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import { useAct } from '../../parts/edit/use-act.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings.password;
const { welcome } = words;

interface Typed {
  current: string;
  password: string;
}

/** Changing the password, or choosing one for who came in by code so far. */
export function Password() {
  const { hasPassword, email } = useMe();
  const { register, handleSubmit, reset, formState } = useForm<Typed>({
    defaultValues: { current: '', password: '' },
  });
  const change = useAct<Typed>(
    ({ current, password }) =>
      ask('PUT /me/password', { body: { password, ...(current === '' ? {} : { current }) } }),
    reset,
  );
  return (
    <section className="part">
      <h2>{say.title}</h2>
      <p>{hasPassword ? say.have : say.haveNot}</p>
      <form noValidate onSubmit={(event) => void handleSubmit((typed) => change.mutate(typed))(event)}>
        {change.error !== null && <ProblemNotice problem={change.error} />}
        {change.isSuccess && (
          <Notice kind="success">
            {say.changed} {say.calendar}{' '}
            <Link to="/scadenze" hash="calendario">
              {say.newCalendar}
            </Link>
            .
          </Notice>
        )}
        <input type="email" autoComplete="username" value={email ?? ''} readOnly hidden />
        {hasPassword && (
          <TextField
            type="password"
            autoComplete="current-password"
            label={say.current}
            {...register('current')}
          />
        )}
        <TextField
          type="password"
          autoComplete="new-password"
          label={say.next}
          hint={welcome.passwordHint}
          error={formState.errors.password?.message}
          {...register('password', {
            required: welcome.short,
            minLength: { value: 12, message: welcome.short },
            maxLength: { value: 200, message: welcome.long },
          })}
        />
        <Button type="submit" busy={change.isPending}>
          {hasPassword ? say.change : say.choose}
        </Button>
      </form>
    </section>
  );
}
