import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Acting, ApplicationPage } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.application;

/** What does not fit together and somebody must clear up. */
export function Findings({ page }: { page: ApplicationPage }) {
  if (page.findings.length === 0) return null;
  return (
    <section className="part" aria-labelledby="da-chiarire">
      <h2 id="da-chiarire">{say.findings}</h2>
      {page.findings.map((finding) => (
        <Notice key={finding.id} kind="warning">
          {finding.sentence} {finding.holds === true && <strong>{say.holds}</strong>}{' '}
          <small className="problem-code">({finding.code})</small>
          {page.may.resolve !== undefined && (
            <Resolve page={page} acting={page.may.resolve} finding={finding.id} />
          )}
        </Notice>
      ))}
    </section>
  );
}

function Resolve({ page, acting, finding }: { page: ApplicationPage; acting: Acting; finding: string }) {
  const client = useQueryClient();
  const form = useDraft<{ reason: string }>(`chiarito ${finding}`, { reason: '' });
  const resolve = useMutation<unknown, Problem, string>({
    mutationFn: (reason) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: { ...acting, type: 'finding.resolved', body: { finding, reason } },
        once: form.once,
      }),
    onSuccess: () => {
      form.forget();
      return client.invalidateQueries();
    },
  });
  const { errors } = form.formState;
  return (
    <details className="now-other">
      <summary>{say.resolve}</summary>
      <form
        noValidate
        onSubmit={(event) => void form.handleSubmit(({ reason }) => resolve.mutate(reason))(event)}
      >
        {resolve.error !== null && <ProblemNotice problem={resolve.error} />}
        <TextField
          label={say.resolveReason}
          {...form.register('reason', { required: say.reasonMissing })}
          error={errors.reason?.message}
        />
        <Button type="submit" busy={resolve.isPending}>
          {say.resolveButton}
        </Button>
      </form>
    </details>
  );
}
