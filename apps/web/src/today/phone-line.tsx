import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PhoneTask } from '#contracts/desk.js';
import { command } from '../api/client.js';
import { useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ProblemNotice } from '../ui/notice.js';
import { PhoneLink } from '../ui/phone-link.js';
import { words } from '../words/index.js';

const say = words.today;

/** Somebody to be called; what became of the call is one press. */
export function PhoneLine({ task }: { task: PhoneTask; on: string }) {
  const { unionBody } = useMe();
  const log = useMutation<unknown, Problem, 'reached' | 'noAnswer'>({
    mutationFn: (outcome) =>
      command(`/applications/${task.application.id}/facts`, {
        actingBody: unionBody,
        channel: 'phone',
        type: 'talk.logged',
        body: {
          kind: 'call',
          officeOnly: false,
          outcome,
          ...(task.person === undefined ? {} : { person: task.person.id }),
        },
      }),
  });
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
        {log.error !== null && <ProblemNotice problem={log.error} />}
      </div>
      <div className="line-acts">
        {person?.phone !== undefined && <PhoneLink name={person.name} phone={person.phone} />}
        <Button small busy={log.isPending} onClick={() => log.mutate('reached')}>
          {say.called}
        </Button>
        <Button small tone="quiet" busy={log.isPending} onClick={() => log.mutate('noAnswer')}>
          {say.notReached}
        </Button>
      </div>
    </li>
  );
}
