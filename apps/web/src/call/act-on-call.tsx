import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Acting } from '#contracts/application-page.js';
import type { AmendmentPreview, CallPage } from '#contracts/call-page.js';
import { command } from '../api/client.js';
import type { Problem } from '../api/problem.js';
import { ProblemNotice } from '../ui/notice.js';
import { words } from '../words/index.js';
import { ActForm, type TypedAct } from './act-form.js';
import { ActPreview } from './act-preview.js';
import type { Act } from './call.page.js';

const say = words.call;

/** An act that moves a term: first what it would do, then one press. */
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
  const [typed, setTyped] = useState<TypedAct>();
  const look = useMutation<AmendmentPreview, Problem, TypedAct>({
    mutationFn: (body) => command(`/calls/${call.id}/amendments/preview`, { ...acting, kind: act, ...body }),
    onSuccess: (_preview, body) => setTyped(body),
  });
  return (
    <section className="panel" aria-labelledby="atto">
      <h2 id="atto">{say.form[act]}</h2>
      <p>{say.form.lead}</p>
      {look.error !== null && <ProblemNotice problem={look.error} />}
      {typed === undefined || look.data === undefined ? (
        <ActForm
          call={call}
          act={act}
          {...(typed === undefined ? {} : { typed })}
          busy={look.isPending}
          look={(body) => look.mutate(body)}
          cancel={close}
        />
      ) : (
        <ActPreview
          call={call}
          act={act}
          acting={acting}
          body={typed}
          preview={look.data}
          change={() => look.reset()}
          close={close}
        />
      )}
    </section>
  );
}
