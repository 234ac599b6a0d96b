import { useMutation } from '@tanstack/react-query';
import type { Acting } from '#contracts/application-page.js';
import type { CallPage } from '#contracts/call-page.js';
import type { Problem } from '../../api/problem.js';
import { useDraft } from '../../ui/draft.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { type Act, isMove, lookAt, type Looked, type TypedAct } from './act.js';
import { ActForm } from './act-form.js';
import { ActPreview } from './act-preview.js';
import { WholeActPreview } from './whole-act-preview.js';

const say = words.call;

/** An act of the office: first what it would do, then one press. */
export function ActOnCall({
  call,
  act,
  acting,
  close,
}: {
  call: CallPage;
  act: Act;
  acting: Acting;
  close: () => void;
}) {
  const fixed = call.terms.find((each) => each.fixed !== undefined) ?? call.terms[0];
  const form = useDraft<TypedAct>(`atto ${call.id} ${act}`, { term: fixed?.id ?? '', knownOn: call.on });
  const leave = () => {
    form.forget();
    close();
  };
  const look = useMutation<Looked, Problem, TypedAct>({
    mutationFn: async (typed) => {
      // The page may read a newer version at any moment; what is confirmed is what was looked at.
      const ifMatch = `"${call.seq}-${call.callSeq}"`;
      return { typed, ifMatch, preview: await lookAt(act, { call, acting, typed }) };
    },
  });
  const typed = look.variables;
  const shown = {
    call,
    acting,
    change: () => look.reset(),
    again: () => typed !== undefined && look.mutate(typed),
    close: leave,
  };
  return (
    <section className="panel" aria-labelledby="atto">
      <h2 id="atto">{say.form[act]}</h2>
      <p>{say.form.lead[act]}</p>
      {look.error !== null && <ProblemNotice problem={look.error} />}
      {look.data === undefined && (
        <ActForm
          call={call}
          act={act}
          form={form}
          busy={look.isPending}
          look={(body) => look.mutate(body)}
          cancel={leave}
        />
      )}
      {look.data !== undefined && isMove(act) && <ActPreview {...shown} act={act} looked={look.data} />}
      {look.data !== undefined && !isMove(act) && <WholeActPreview {...shown} act={act} looked={look.data} />}
    </section>
  );
}
