import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { command } from '../api/client.js';
import { useMe } from '../api/me.js';
import type { Problem } from '../api/problem.js';
import { Button, ButtonLink } from '../ui/button.js';
import { hour, inRome } from '../ui/dates.js';
import { Euro } from '../ui/euro.js';
import { Notice, ProblemNotice } from '../ui/notice.js';
import { Sign } from '../ui/sign.js';
import { words } from '../words/index.js';

const say = words.launch.done;

/** What the API answers to a launch. */
export interface Launched {
  call: { id: string; number: string; slug: string };
  applications: { id: string; number: string; slug: string; comune: string; amountCents: number }[];
  leftOut: { comune: string; code: string; detail: string }[];
  /** Until when the launch can be taken back without anybody having been told: ISO 8601 in UTC. */
  brakeUntil?: string;
}

/** Step 6: what became of each comune, and ten minutes to take it all back. */
export function LaunchResult({
  launched: { call, applications, leftOut, brakeUntil },
}: {
  launched: Launched;
}) {
  const { unionBody } = useMe();
  const cancel = useMutation<unknown, Problem>({
    mutationFn: () =>
      command(`/calls/${call.id}/withdrawal`, {
        actingBody: unionBody,
        reason: say.cancelReason,
        withinBrake: true,
      }),
  });
  if (cancel.isSuccess) return <Notice kind="success">{say.cancelled}</Notice>;
  return (
    <>
      <Notice kind="success">
        {brakeUntil === undefined ? say.mailsSoon : say.firstMails(hour(inRome(brakeUntil).slice(11)))}
        {brakeUntil !== undefined && (
          <>
            {' '}
            {say.cancelWhat}
            <div className="notice-actions">
              <Button tone="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
                {say.cancel}
              </Button>
            </div>
          </>
        )}
      </Notice>
      {cancel.error !== null && <ProblemNotice problem={cancel.error} />}
      <ul className="lines">
        {applications.map((each) => (
          <li key={each.id} className="line">
            <Sign sign="done" />
            <div className="line-what">
              <h2 className="h3">
                <Link to="/candidature/$application" params={{ application: each.slug }}>
                  {each.comune}
                </Link>
              </h2>
              <p className="line-meta">
                <span>{say.result(each.number)}</span>
                <Euro cents={each.amountCents} word="estimated" />
              </p>
            </div>
          </li>
        ))}
        {leftOut.map((each) => (
          <li key={each.comune} className="line">
            <Sign sign="closed" />
            <div className="line-what">
              <h2 className="h3">{each.comune}</h2>
              <p>
                {each.detail} <small className="problem-code">({each.code})</small>
              </p>
            </div>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <ButtonLink to="/avvisi/$call" params={{ call: call.slug }}>
          {say.open}
        </ButtonLink>
        <ButtonLink to="/quadro" tone="secondary">
          {say.board}
        </ButtonLink>
      </div>
    </>
  );
}
