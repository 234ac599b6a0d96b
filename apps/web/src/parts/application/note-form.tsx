import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { Acting, ApplicationPage } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { CheckField, Choice, SelectField, TextArea } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.talk;

export interface NoteValues {
  kind: 'note' | 'phone';
  text: string;
  officeOnly: boolean;
  outcome: 'reached' | 'noAnswer';
  person: string;
}

/** Writes down what was said: a note, or a telephone call; for all who see the case, or for the office alone. */
export function NoteForm({
  page,
  acting,
  kind = 'note',
  done,
}: {
  page: ApplicationPage;
  acting: Acting;
  kind?: NoteValues['kind'];
  done?: () => void;
}) {
  const client = useQueryClient();
  const office = useMe().desk === 'office';
  const form = useDraft<NoteValues>(`nota ${page.id} ${kind}`, {
    kind,
    text: '',
    officeOnly: false,
    outcome: 'reached',
    person: '',
  });
  const chosen = useWatch({ control: form.control, name: 'kind' });
  const note = useMutation<unknown, Problem, NoteValues>({
    mutationFn: (values) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: {
          ...acting,
          type: 'talk.logged',
          channel: values.kind === 'phone' ? 'phone' : 'web',
          body: {
            kind: values.kind,
            officeOnly: office && values.officeOnly,
            ...(values.kind === 'phone' ? { outcome: values.outcome } : {}),
            ...(values.kind === 'phone' && values.person !== '' ? { person: values.person } : {}),
          },
          detail: { text: values.text.trim() },
        },
        once: form.once,
      }),
    onSuccess: async () => {
      form.reset({ kind, text: '', officeOnly: false, outcome: 'reached', person: '' });
      form.forget();
      await client.invalidateQueries();
      done?.();
    },
  });
  const { errors } = form.formState;
  return (
    <form
      className="talk-form"
      noValidate
      onSubmit={(event) => void form.handleSubmit((values) => note.mutate(values))(event)}
    >
      {note.error !== null && <ProblemNotice problem={note.error} />}
      {office && (
        <Choice
          label={say.kind}
          {...form.register('kind')}
          options={[
            { value: 'note', label: say.note },
            { value: 'phone', label: say.phone },
          ]}
        />
      )}
      {chosen === 'phone' && (
        <>
          <SelectField label={say.withWhom} optional {...form.register('person')}>
            <option value="">{say.somebody}</option>
            {page.people.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name} ({each.roles.join(', ')})
              </option>
            ))}
          </SelectField>
          <Choice
            label={say.outcome}
            {...form.register('outcome')}
            options={[
              { value: 'reached', label: say.reached },
              { value: 'noAnswer', label: say.noAnswer },
            ]}
          />
        </>
      )}
      <TextArea
        label={chosen === 'phone' ? say.phoneText : say.text}
        maxLength={2000}
        {...form.register('text', { validate: (text) => text.trim() !== '' || say.textMissing })}
        error={errors.text?.message}
      />
      {office && (
        <CheckField label={say.onlyOffice} hint={say.onlyOfficeHint} {...form.register('officeOnly')} />
      )}
      <Button type="submit" busy={note.isPending}>
        {chosen === 'phone' ? say.logPhone : say.write}
      </Button>
    </form>
  );
}
