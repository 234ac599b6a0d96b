import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../../api/client.js';
import { notedCallsQuery } from '../../api/queries/noted.js';
import { useMe } from '../../api/queries/me.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { useDraft } from '../../ui/draft.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { asSent, EMPTY, NotedFields, type TypedNote } from './noted-fields.js';

const say = words.noted;

/** "Registra soltanto": a call that came out, in a minute before a meeting. */
export function NotePage() {
  const { unionBody } = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useDraft<TypedNote>('avviso visto', EMPTY);
  const note = useMutation<{ slug: string }, Problem, TypedNote>({
    mutationFn: (typed) =>
      ask('POST /noted-calls', { body: { actingBody: unionBody, ...asSent(typed) }, once: form.once }),
    onSuccess: async ({ slug }) => {
      form.forget();
      await client.invalidateQueries({ queryKey: notedCallsQuery.queryKey });
      // Back leads to no form that did its work.
      await navigate({ to: '/avvisi/visti/$noted', params: { noted: slug }, search: {}, replace: true });
    },
  });
  return (
    <Page title={say.title} lead={say.lead}>
      <form noValidate onSubmit={(event) => void form.handleSubmit((typed) => note.mutate(typed))(event)}>
        {form.restored && <Notice>{words.record.restored}</Notice>}
        {note.error !== null && <ProblemNotice problem={note.error} />}
        <NotedFields form={form} />
        <div className="form-actions">
          <Button type="submit" busy={note.isPending}>
            {say.note}
          </Button>
        </div>
      </form>
    </Page>
  );
}
