import type { Task } from '#contracts/desk.js';
import type { ApplicationSearch } from '../../parts/application/address.js';
import { ASKED } from '../../parts/application/asked.js';
import { AcronymsOf, Sentence } from '../../ui/acronym.js';
import { ButtonLink } from '../../ui/button.js';
import { Ends } from '../../ui/ends.js';
import { Euro } from '../../ui/euro.js';
import { Sign } from '../../ui/sign.js';
import { words } from '../../words/index.js';
import { QuickAnswers } from './quick-answers.js';

const say = words.tasks;

/** One thing to do: what, why, until when, one button; under it the three quick answers. */
export function TaskCard({ task, on }: { task: Task; on: string }) {
  const how = task.status === 'returned' ? 'returned' : task.kind;
  const what = say.verb[task.outcomes.length > 0 ? 'answer' : how](task.label);
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
      <p>
        <Sentence>{task.sentence}</Sentence> <AcronymsOf label={what} />
      </p>
      <p className="line-meta">
        <Ends workBy={task.workBy} end={task.end} cutOff={task.cutOff} on={on} />
        <Euro cents={task.amountCents} word={task.amountWord} />
        <span>
          {say.where}: {say.kind[task.kind](task.place, task.platform)}
        </span>
      </p>
      {task.outcomes.length === 0 ? (
        <Go task={task} search={ASKED[task.kind].opens(task.requirement)}>
          {task.button ?? say.button[how]}
        </Go>
      ) : (
        <div className="form-actions">
          {task.outcomes.map(({ code, label }, n) => (
            <Go
              key={code}
              task={task}
              search={{ registra: task.requirement, esito: code }}
              tone={n === 0 ? 'primary' : 'secondary'}
            >
              {label}
            </Go>
          ))}
        </div>
      )}
      <QuickAnswers task={task} />
    </li>
  );
}

function Go({
  task,
  search,
  tone = 'primary',
  children,
}: {
  task: Task;
  search: ApplicationSearch;
  tone?: 'primary' | 'secondary';
  children: string;
}) {
  return (
    <ButtonLink
      tone={tone}
      to="/candidature/$application"
      params={{ application: task.application.slug }}
      search={search}
      label={say.buttonLabel(children, task.label, task.applicant.name)}
    >
      {children}
    </ButtonLink>
  );
}
