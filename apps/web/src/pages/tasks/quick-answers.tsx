import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { UseFormRegisterReturn } from 'react-hook-form';
import type { Task } from '#contracts/desk.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import { peopleQuery } from '../../api/queries/people.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { useDraft } from '../../ui/draft.js';
import { SelectField } from '../../ui/field.js';
import { Loading } from '../../ui/loading.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.tasks;
type QuickAnswer = keyof typeof say.quick;
const ANSWERS = Object.keys(say.quick) as QuickAnswer[];

/** The same three answers as in every e-mail: one question and one button each; they declare, they never file. */
export function QuickAnswers({ task }: { task: Task }) {
  const [asked, setAsked] = useState<QuickAnswer>();
  if (task.answered !== undefined) return <p className="quick-said">{say.answered[task.answered]}</p>;
  return (
    <>
      <p className="quick" data-tour="quick">
        {answersTo(task).map((answer) => (
          <button key={answer} type="button" onClick={() => setAsked(answer)}>
            {say.quick[answer]}
          </button>
        ))}
      </p>
      <Dialog
        title={asked === undefined ? '' : say.ask[asked].title}
        open={asked !== undefined}
        close={() => setAsked(undefined)}
      >
        {asked !== undefined && <Question task={task} answer={asked} done={() => setAsked(undefined)} />}
      </Dialog>
    </>
  );
}

/** A question has its own answers above: nothing is "done already" before one of them is given. */
function answersTo({ outcomes }: Task): readonly QuickAnswer[] {
  return outcomes.length === 0 ? ANSWERS : ANSWERS.filter((each) => each !== 'done');
}

function Question({ task, answer, done }: { task: Task; answer: QuickAnswer; done: () => void }) {
  const form = useDraft<{ suggests: string }>(
    `risposta ${task.application.id} ${task.requirement} ${answer}`,
    { suggests: '' },
  );
  const end = () => {
    form.forget();
    done();
  };
  const give = useMutation<unknown, Problem, string>({
    mutationFn: (suggests) =>
      ask('POST /applications/:application/facts', {
        params: { application: task.application.id },
        body: {
          actingBody: task.actingBody,
          type: 'reminder.answered',
          body: {
            answer,
            requirement: task.requirement,
            ...(task.term === undefined ? {} : { term: task.term }),
            ...(suggests === '' ? {} : { suggests }),
          },
        },
        once: form.once,
      }),
    onSuccess: end,
  });
  return (
    <>
      <p>
        <strong>{task.label}</strong>, {task.applicant.name}
      </p>
      <p>{say.ask[answer].what}</p>
      {answer === 'notMine' && <Colleagues task={task} field={form.register('suggests')} />}
      {give.error !== null && <ProblemNotice problem={give.error} />}
      <div className="form-actions">
        <Button busy={give.isPending} onClick={() => give.mutate(form.getValues('suggests'))}>
          {say.ask[answer].button}
        </Button>
        <Button tone="quiet" onClick={end}>
          {words.dialog.cancel}
        </Button>
      </div>
    </>
  );
}

/** People of the same comune: one of them may be the right one. */
function Colleagues({ task, field }: { task: Task; field: UseFormRegisterReturn }) {
  const { person } = useMe();
  const { data, isPending } = useQuery(peopleQuery);
  const people = (data?.people ?? []).filter(
    (each) =>
      each.active &&
      each.id !== person &&
      each.memberships.some((membership) => membership.body === task.applicant.id),
  );
  // A name that was chosen before a reload is found only among names.
  if (isPending) return <Loading />;
  return (
    <SelectField label={say.toWhom} {...field}>
      <option value="">{say.dontKnow}</option>
      {people.map((each) => (
        <option key={each.id} value={each.id}>
          {each.name}
        </option>
      ))}
    </SelectField>
  );
}
