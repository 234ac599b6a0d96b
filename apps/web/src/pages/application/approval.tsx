import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationPage, Permitted } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { ErrorSummary } from '../../ui/error-summary.js';
import { TextArea } from '../../ui/field.js';
import { words } from '../../words/index.js';
import { Collision } from '../../ui/collision.js';
import { ToldWhen } from './card/told-when.js';
import { DocumentLink } from '../../parts/application/document-link.js';
import { tagOf } from '../../api/queries/application.js';

const say = words.approval;

interface Values {
  reason: string;
}

/** A go-ahead: the papers first, then yes, back, or "it is not mine". It is no signature, and says so. */
export function Approval({ page, asked }: { page: ApplicationPage; asked: Permitted['approve'][number] }) {
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const form = useDraft<Values>(`via libera ${page.id} ${asked.approval}`, { reason: '' });
  const answer = useMutation<
    unknown,
    Problem,
    { verdict: 'given' | 'returned'; reason?: string; mine?: boolean }
  >({
    mutationFn: ({ mine, ...body }) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: { ...asked.acting, type: 'approval.answered', body: { approval: asked.approval, ...body } },
        once: form.once,
        ...(mine === true ? {} : { ifMatch: tagOf(page) }),
      }),
    onSuccess: () => {
      form.forget();
      return client.invalidateQueries();
    },
  });
  const notMine = useMutation<unknown, Problem>({
    mutationFn: () =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: {
          ...asked.acting,
          type: 'reminder.answered',
          body: { answer: 'notMine', requirement: asked.requirement },
        },
      }),
  });
  const papers = page.requirements.flatMap((each) =>
    each.versions
      .filter((version) => asked.documents.includes(version.id))
      .map((version) => ({ each, version })),
  );
  const { errors } = form.formState;
  const problem = answer.error ?? notMine.error;
  return (
    <div className="approval">
      <h3>{say.title(asked.label)}</h3>
      {papers.length > 0 && (
        <>
          <p>{say.first}</p>
          <ul className="approval-papers">
            {papers.map(({ each, version }) => (
              <li key={version.id}>
                <span>{each.label}</span>
                <DocumentLink application={page.id} id={version.id} fileName={version.fileName} />
              </li>
            ))}
          </ul>
        </>
      )}
      {problem !== null && (
        <Collision problem={problem} mine={() => answer.mutate({ ...answer.variables!, mine: true })} />
      )}
      {notMine.isSuccess ? (
        <p aria-live="polite">{say.notMineDone}</p>
      ) : returning ? (
        <form
          noValidate
          onSubmit={(event) =>
            void form.handleSubmit(({ reason }) => answer.mutate({ verdict: 'returned', reason }))(event)
          }
        >
          <ErrorSummary
            errors={
              errors.reason?.message === undefined
                ? []
                : [{ field: 'motivo', message: errors.reason.message }]
            }
          />
          <TextArea
            id="motivo"
            label={say.reason}
            hint={say.reasonHint}
            {...form.register('reason', { required: say.reasonMissing, maxLength: 500 })}
            error={errors.reason?.message}
          />
          <ToldWhen
            page={page}
            request={{
              ...asked.acting,
              channel: 'web',
              type: 'approval.answered',
              body: { approval: asked.approval, verdict: 'returned', reason: say.reason },
            }}
          />
          <div className="approval-buttons">
            <Button type="submit" busy={answer.isPending}>
              {say.sendBack}
            </Button>
            <Button tone="quiet" onClick={() => setReturning(false)}>
              {words.dialog.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <div className="approval-buttons">
          <Button busy={answer.isPending} onClick={() => answer.mutate({ verdict: 'given' })}>
            {say.give}
          </Button>
          <Button tone="secondary" onClick={() => setReturning(true)}>
            {say.return}
          </Button>
          <Button tone="quiet" busy={notMine.isPending} onClick={() => notMine.mutate()}>
            {say.notMine}
          </Button>
        </div>
      )}
      <p className="approval-note">{say.noSignature}</p>
    </div>
  );
}
