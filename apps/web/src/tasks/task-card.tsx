import type { Task } from '#contracts/desk.js';
import type { ApplicationSearch } from '../application/address.js';
import { ButtonLink } from '../ui/button.js';
import { Ends } from '../ui/ends.js';
import { Euro } from '../ui/euro.js';
import { Sign } from '../ui/sign.js';
import { words } from '../words/index.js';
import { QuickAnswers } from './quick-answers.js';

const say = words.tasks;

/** One thing to do: what, why, until when, one button; under it the three quick answers. */
export function TaskCard({ task, on }: { task: Task; on: string }) {
  const how = task.status === 'returned' ? 'returned' : task.kind;
  const what = say.verb[how](task.label);
  const button = say.button[how];
  return (
    <li className="card-task">
      <p className="card-task-head">
        <Sign sign={task.sign} />
        <span>
          {task.applicant.name} · {task.call}
        </span>
      </p>
      <h2>{what}</h2>
      {task.reason !== undefined && <p className="card-task-reason">{say.returnedBecause(task.reason)}</p>}
      <p>{task.sentence}</p>
      <p className="line-meta">
        <Ends workBy={task.workBy} end={task.end} cutOff={task.cutOff} on={on} />
        <Euro cents={task.amountCents} word={task.amountWord} />
        <span>
          {say.where}: {say.kind[task.kind](task.place, task.platform)}
        </span>
      </p>
      <ButtonLink
        to="/candidature/$application"
        params={{ application: task.application.slug }}
        search={doing(task)}
        label={say.buttonLabel(button, task.label, task.applicant.name)}
      >
        {button}
      </ButtonLink>
      <QuickAnswers task={task} />
    </li>
  );
}

/** What opens on the application's page: the form, the upload; a go-ahead stands there anyway. */
function doing({ kind, requirement }: Task): ApplicationSearch {
  if (kind === 'approval') return {};
  return kind === 'document' ? { carica: requirement } : { registra: requirement };
}
