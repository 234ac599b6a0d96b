import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Acting, ApplicationPage } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { SelectField, TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.talk;

/** "Ha promesso per lunedì": reminders to that person pause until 13:00 of the day. */
export function PromiseForm({ page, acting }: { page: ApplicationPage; acting: Acting }) {
  const client = useQueryClient();
  const me = useMe();
  const office = me.desk === 'office';
  const own = page.people.find((each) => each.id === me.person);
  const form = useDraft<{ person: string; until: string }>(`promessa ${page.id}`, {
    person: office ? '' : (own?.id ?? ''),
    until: '',
  });
  const promise = useMutation<unknown, Problem, { person: string; until: string }>({
    mutationFn: (body) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: { ...acting, type: 'promise.made', channel: office ? 'phone' : 'web', body },
        once: form.once,
      }),
    onSuccess: () => {
      form.reset({ person: office ? '' : (own?.id ?? ''), until: '' });
      form.forget();
      return client.invalidateQueries();
    },
  });
  const { errors } = form.formState;
  return (
    <details className="now-other">
      <summary>{office ? say.promised : say.promise}</summary>
      <form
        noValidate
        onSubmit={(event) => void form.handleSubmit((values) => promise.mutate(values))(event)}
      >
        {promise.error !== null && <ProblemNotice problem={promise.error} />}
        <p>{say.promiseWhat}</p>
        <SelectField
          label={say.who}
          {...form.register('person', { required: say.whoMissing })}
          error={errors.person?.message}
        >
          <option value="">{words.record.choose}</option>
          {page.people
            .filter((each) => office || each.id === me.person)
            .map((each) => (
              <option key={each.id} value={each.id}>
                {each.name} ({each.roles.join(', ')})
              </option>
            ))}
        </SelectField>
        <TextField
          label={say.until}
          type="date"
          min={page.on}
          {...form.register('until', { required: say.untilMissing })}
          error={errors.until?.message}
        />
        <Button type="submit" busy={promise.isPending}>
          {say.promiseButton}
        </Button>
      </form>
    </details>
  );
}
