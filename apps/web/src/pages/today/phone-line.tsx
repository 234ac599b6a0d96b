import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Sent } from '#contracts/routes.js';
import type { PhoneTask } from '#contracts/desk.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { Dialog } from '../../ui/dialog.js';
import { TextArea, TextField } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { PhoneLink } from '../../ui/phone-link.js';
import { words } from '../../words/index.js';

const say = words.today;

interface Phoned {
  outcome: 'reached' | 'noAnswer';
  text: string;
  /** Day for which the person promised it. */
  promised?: string;
}

/** Somebody to be called, and what became of the call. */
export function PhoneLine({ task }: { task: PhoneTask }) {
  const [telling, setTelling] = useState(false);
  const log = useLog(task, () => setTelling(false));
  const { person, application } = task;
  return (
    <li className="line">
      <div className="line-what">
        <h3>
          <Link to="/candidature/$application" params={{ application: application.slug }}>
            {task.applicant} · {task.call}
          </Link>
        </h3>
        <p>{task.sentence}</p>
        {person !== undefined && (
          <p className="line-meta">
            {person.name} ({person.roleInWords})
          </p>
        )}
        {log.error !== null && !telling && <ProblemNotice problem={log.error} />}
      </div>
      <div className="line-acts">
        {person?.phone !== undefined && <PhoneLink name={person.name} phone={person.phone} />}
        <Button small onClick={() => setTelling(true)}>
          {say.phoned}
        </Button>
        <Button
          small
          tone="quiet"
          busy={log.isPending}
          onClick={() => log.mutate({ outcome: 'noAnswer', text: say.noAnswerText })}
        >
          {say.notReached}
        </Button>
      </div>
      <Dialog title={say.tellTitle} open={telling} close={() => setTelling(false)}>
        <Tell task={task} log={log} />
      </Dialog>
    </li>
  );
}

/** Records the call, and the promise that was made in it. */
function useLog(task: PhoneTask, done: () => void) {
  const { unionBody } = useMe();
  const [keys, setKeys] = useState(freshKeys);
  const record = (body: Sent<'POST /applications/:application/facts', 'body'>, once: string) =>
    ask('POST /applications/:application/facts', {
      params: { application: task.application.id },
      body,
      once,
    });
  return useMutation<void, Problem, Phoned>({
    mutationFn: async ({ outcome, text, promised }) => {
      const { person, about } = task;
      const told = { actingBody: unionBody, channel: 'phone' } as const;
      const phoned = {
        ...told,
        type: 'talk.logged',
        body: {
          kind: 'phone',
          officeOnly: false,
          outcome,
          ...(person === undefined ? {} : { person: person.id }),
          ...(about === undefined ? {} : { about }),
        },
        detail: { text },
      } as const;
      // The promise first, in the comune's name: the call ticks the task off, and takes this form away with it.
      if (promised !== undefined && person !== undefined) {
        const body = { person: person.id, until: promised };
        await record({ ...told, type: 'promise.made', body, onBehalfOf: task.applicantBody }, keys.promise);
      }
      await record(phoned, keys[outcome]);
    },
    onSuccess: () => {
      setKeys(freshKeys());
      done();
    },
  });
}

/** One idempotency key for each thing that may be recorded: a repeat after a lost network does nothing twice. */
function freshKeys() {
  return { reached: crypto.randomUUID(), noAnswer: crypto.randomUUID(), promise: crypto.randomUUID() };
}

function Tell({ task, log }: { task: PhoneTask; log: ReturnType<typeof useLog> }) {
  const form = useDraft<{ text: string; promised: string }>(`telefonata ${task.id}`, {
    text: '',
    promised: '',
  });
  const { errors } = form.formState;
  const submit = form.handleSubmit(({ text, promised }) =>
    log.mutate(
      { outcome: 'reached', text: text.trim(), ...(promised === '' ? {} : { promised }) },
      { onSuccess: form.forget },
    ),
  );
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <p>
        {task.applicant} · {task.call}: {task.sentence}
      </p>
      {log.error !== null && <ProblemNotice problem={log.error} />}
      <TextArea
        label={say.tellWhat}
        hint={say.tellHint}
        maxLength={2000}
        {...form.register('text', { validate: (text) => text.trim() !== '' || words.talk.textMissing })}
        error={errors.text?.message}
      />
      {task.person !== undefined && (
        <TextField
          type="date"
          optional
          label={say.promised}
          hint={say.promisedHint}
          {...form.register('promised')}
        />
      )}
      <div className="form-actions">
        <Button type="submit" busy={log.isPending}>
          {say.tellButton}
        </Button>
      </div>
    </form>
  );
}
