import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ApplicationPage } from '#contracts/application-page.js';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.application.again;

/** After an application that came to nothing: the one that followed it, or the way to open one. */
export function ApplyAgain({ page }: { page: ApplicationPage }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const { again, later, call, applicant } = page;
  const apply = useMutation<{ slug: string }, Problem, NonNullable<typeof again>>({
    mutationFn: (body) => ask('POST /calls/:call/applications', { params: { call: call.id }, body }),
    onSuccess: ({ slug }) => navigate({ to: '/candidature/$application', params: { application: slug } }),
  });
  if (later !== undefined) {
    return (
      <p>
        {say.later}{' '}
        <Link to="/candidature/$application" params={{ application: later.slug }}>
          {later.number}
        </Link>
      </p>
    );
  }
  if (again === undefined) return null;
  return (
    <>
      <div className="form-actions">
        <Button tone="secondary" onClick={() => setOpen(true)}>
          {say.open}
        </Button>
      </div>
      <Dialog title={say.title(applicant.name, call.shortTitle)} open={open} close={() => setOpen(false)}>
        <p>{say.what}</p>
        {apply.error !== null && <ProblemNotice problem={apply.error} />}
        <div className="form-actions">
          <Button busy={apply.isPending} onClick={() => apply.mutate(again)}>
            {say.open}
          </Button>
          <Button tone="quiet" onClick={() => setOpen(false)}>
            {words.dialog.cancel}
          </Button>
        </div>
      </Dialog>
    </>
  );
}
