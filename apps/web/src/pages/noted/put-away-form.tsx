import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { NotedCall } from '#contracts/noted-call.js';
import { ask } from '../../api/client.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { useDraft } from '../../ui/draft.js';
import { TextArea } from '../../ui/field.js';
import { ProblemNotice } from '../../ui/notice.js';
import { FormButtons } from '../../ui/form-buttons.js';
import { words } from '../../words/index.js';

const say = words.noted;

/** "Non ci interessa", and why: whoever asks in a year reads it. */
export function PutAwayForm({ noted, close }: { noted: NotedCall; close: () => void }) {
  const { unionBody } = useMe();
  const client = useQueryClient();
  const { register, handleSubmit, formState, forget } = useDraft<{ reason: string }>(
    `archivia ${noted.id}`,
    { reason: '' },
    true,
  );
  const put = useMutation<NotedCall, Problem, string>({
    mutationFn: (reason) =>
      ask('POST /noted-calls/:noted/put-away', {
        params: { noted: noted.id },
        body: { actingBody: unionBody, reason: reason.trim() },
      }),
    onSuccess: async () => {
      forget();
      await client.invalidateQueries();
      close();
    },
  });
  return (
    <form noValidate onSubmit={(event) => void handleSubmit(({ reason }) => put.mutate(reason))(event)}>
      <p>{say.putAwayLead}</p>
      {put.error !== null && <ProblemNotice problem={put.error} />}
      <TextArea
        label={say.reason}
        hint={say.reasonHint}
        maxLength={500}
        error={formState.errors.reason?.message}
        {...register('reason', { validate: (text) => text.trim() !== '' || words.fault.missing })}
      />
      <FormButtons busy={put.isPending} cancel={close}>
        {say.putAway}
      </FormButtons>
    </form>
  );
}
