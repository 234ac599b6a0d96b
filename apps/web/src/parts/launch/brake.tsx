import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { hour, inRome } from '../../ui/dates.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.launch.done;

/**
 * The ten minutes in which a launch is taken back and nobody has been told.
 *
 * @param call its id.
 * @param until ISO 8601 in UTC.
 * @param cancelled it was taken back.
 */
export function Brake({ call, until, cancelled }: { call: string; until: string; cancelled: () => void }) {
  const { unionBody } = useMe();
  const cancel = useMutation<unknown, Problem>({
    mutationFn: () =>
      ask('POST /calls/:call/withdrawal', {
        params: { call },
        body: {
          actingBody: unionBody,
          reason: say.cancelReason,
          withinBrake: true,
        },
      }),
    onSuccess: cancelled,
  });
  return (
    <>
      <Notice kind="success">
        {say.firstMails(hour(inRome(until).slice(11)))} {say.cancelWhat}
        <div className="notice-actions">
          <Button tone="danger" busy={cancel.isPending} onClick={() => cancel.mutate()}>
            {say.cancel}
          </Button>
        </div>
      </Notice>
      {cancel.error !== null && <ProblemNotice problem={cancel.error} />}
    </>
  );
}
