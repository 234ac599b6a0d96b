import type { ReviewTask } from '#contracts/desk.js';
import { ButtonLink } from '../../ui/button.js';
import { hour, nearDay } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.today;

/** A paper that waits to be looked at. */
export function ReviewLine({ task, on }: { task: ReviewTask; on: string }) {
  return (
    <li className="line">
      <div className="line-what">
        <h3>
          {task.applicant} · {task.call}
        </h3>
        <p>{task.label}</p>
        <p className="line-meta">
          <span>{task.fileName}</span>
          <span>
            {say.filed(
              nearDay(task.filedOn, on),
              task.filedAt === undefined ? undefined : hour(task.filedAt),
              task.by,
            )}
          </span>
        </p>
      </div>
      <div className="line-acts">
        <ButtonLink
          to="/candidature/$application"
          params={{ application: task.application.slug }}
          search={{ scheda: 'documenti' }}
          hash={task.requirement}
          label={say.reviewLabel(task.label, task.applicant)}
          small
        >
          {say.review}
        </ButtonLink>
      </div>
    </li>
  );
}
