import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { tokensQuery } from '../../api/queries/access.js';
import { useAct } from '../../parts/edit/use-act.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { inRome, withArticle } from '../../ui/dates.js';
import { useDraft } from '../../ui/draft.js';
import { TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings.tokens;

/** Keys with which a program acts in one's name. */
export function Tokens() {
  const query = useQuery(tokensQuery);
  const client = useQueryClient();
  const again = () => void client.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const [made, setMade] = useState<string>();
  const { register, handleSubmit, reset, formState, forget } = useDraft(
    'chiave',
    { label: '', days: 90 },
    true,
  );
  const create = useAct<{ label: string; days: number }>(async (typed) => {
    const { token } = await ask('POST /tokens', { body: typed });
    setMade(token);
    reset({ label: '', days: 90 });
    forget();
    again();
  });
  const revoke = useAct<string>((id) => ask('DELETE /tokens/:id', { params: { id } }), again);
  const problem = create.error ?? revoke.error;
  return (
    <section className="part">
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {made !== undefined && (
        <Notice kind="success">
          {say.shown} <code className="secret mono">{made}</code>
        </Notice>
      )}
      <Answer query={query}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p>{say.none}</p>
          ) : (
            <ul className="plain">
              {tokens.map(({ id, label, expiresAt }) => (
                <li key={id} className="person">
                  <span>
                    <strong>{label}</strong>, {say.until(withArticle('al', inRome(expiresAt).slice(0, 10)))}
                  </span>
                  <Button
                    tone="secondary"
                    small
                    label={say.revokeLabel(label)}
                    onClick={() => revoke.mutate(id)}
                  >
                    {say.revoke}
                  </Button>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <form noValidate onSubmit={(event) => void handleSubmit((typed) => create.mutate(typed))(event)}>
        <TextField
          label={say.label}
          hint={say.labelHint}
          error={formState.errors.label?.message}
          {...register('label', { required: words.fault.missing })}
        />
        <TextField type="number" min={1} label={say.days} {...register('days', { valueAsNumber: true })} />
        <Button type="submit" busy={create.isPending}>
          {say.create}
        </Button>
      </form>
    </section>
  );
}
