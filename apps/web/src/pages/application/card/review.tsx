import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApplicationPage, Permitted } from '#contracts/application-page.js';
import { ask } from '../../../api/client.js';
import type { Problem } from '../../../api/problem.js';
import { Button } from '../../../ui/button.js';
import { useDraft } from '../../../ui/draft.js';
import { TextArea } from '../../../ui/field.js';
import { FormButtons } from '../../../ui/form-buttons.js';
import { words } from '../../../words/index.js';
import { Collision } from '../../../ui/collision.js';
import { tagOf } from '../../../api/queries/application.js';
import { AcceptDated } from './accept-dated.js';
import { ToldWhen } from './told-when.js';
import { PaperView } from './paper-view.js';

const say = words.documents;

type Verdict =
  { verdict: 'accepted'; dated?: string; reason?: string } | { verdict: 'returned'; reason: string };

/** The office looks at a paper: beside it, "Va bene", or back with the reason that the comune will read. */
export function Review({
  page,
  asked: { requirement, document, acting },
  label,
  fileName,
  notAfter,
}: {
  page: ApplicationPage;
  asked: Permitted['review'][number];
  label: string;
  fileName: string;
  /** It had to exist by this day: it is accepted by the date that it bears. */
  notAfter: string | undefined;
}) {
  const client = useQueryClient();
  const [returning, setReturning] = useState(false);
  const [looking, setLooking] = useState(false);
  const [dating, setDating] = useState(false);
  const form = useDraft<{ reason: string }>(`controllo ${document}`, { reason: '' });
  const review = useMutation<unknown, Problem, { said: Verdict; mine?: boolean }>({
    mutationFn: ({ said, mine }) =>
      ask('POST /applications/:application/facts', {
        params: { application: page.id },
        body: { ...acting, type: 'document.reviewed', body: { requirement, document, ...said } },
        once: form.once,
        ...(mine === true ? {} : { ifMatch: tagOf(page) }),
      }),
    onSuccess: () => {
      form.forget();
      return client.invalidateQueries();
    },
  });
  const { errors } = form.formState;
  const again = review.variables?.said;
  return (
    <div className="review">
      {review.error !== null && (
        <Collision
          problem={review.error}
          mine={() => again !== undefined && review.mutate({ said: again, mine: true })}
        />
      )}
      <Button small tone="quiet" expanded={looking} onClick={() => setLooking(!looking)}>
        {looking ? say.hide : say.lookLabel}
      </Button>
      {looking && <PaperView application={page.id} document={document} fileName={fileName} />}
      {returning || form.restored ? (
        <form
          noValidate
          onSubmit={(event) =>
            void form.handleSubmit(({ reason }) => review.mutate({ said: { verdict: 'returned', reason } }))(
              event,
            )
          }
        >
          <TextArea
            label={say.reason}
            hint={say.reasonHint}
            maxLength={500}
            {...form.register('reason', { required: say.reasonMissing })}
            error={errors.reason?.message}
          />
          <ToldWhen
            page={page}
            request={{
              ...acting,
              channel: 'web',
              type: 'document.reviewed',
              body: { requirement, document, verdict: 'returned', reason: say.reason },
            }}
          />
          <FormButtons
            busy={review.isPending}
            label={say.sendBackLabel(label)}
            cancel={() => setReturning(false)}
          >
            {say.sendBack}
          </FormButtons>
        </form>
      ) : dating && notAfter !== undefined ? (
        <AcceptDated
          label={label}
          notAfter={notAfter}
          on={page.on}
          busy={review.isPending}
          cancel={() => setDating(false)}
          accept={(said) => review.mutate({ said: { verdict: 'accepted', ...said } })}
        />
      ) : (
        <div className="line-acts">
          <Button
            small
            busy={review.isPending}
            label={say.goodLabel(label)}
            onClick={() =>
              notAfter === undefined ? review.mutate({ said: { verdict: 'accepted' } }) : setDating(true)
            }
          >
            {say.good}
          </Button>
          <Button small tone="secondary" label={say.sendBackLabel(label)} onClick={() => setReturning(true)}>
            {say.sendBack}
          </Button>
        </div>
      )}
    </div>
  );
}
