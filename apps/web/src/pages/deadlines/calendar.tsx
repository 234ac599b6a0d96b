import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { NewCalendarAnswer } from '#contracts/calendar.js';
import { ask } from '../../api/client.js';
import type { Problem } from '../../api/problem.js';
import { calendarQuery } from '../../api/queries/deadlines.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { inRome, momentInWords } from '../../ui/dates.js';
import { TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { useCopy } from '../../ui/use-copy.js';
import { words } from '../../words/index.js';

const say = words.deadlines.calendar;

/** The own terms in the own calendar program: a secret address that follows them. It is shown once. */
export function Calendar() {
  const query = useQuery(calendarQuery);
  const client = useQueryClient();
  const { said, copy, reset } = useCopy();
  const [ended, setEnded] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: calendarQuery.queryKey });
  const make = useMutation<NewCalendarAnswer, Problem>({
    mutationFn: () => ask('POST /me/calendar'),
    onSuccess: async () => {
      reset();
      setEnded(false);
      await refresh();
    },
  });
  const end = useMutation<unknown, Problem>({
    mutationFn: () => ask('DELETE /me/calendar'),
    onSuccess: async () => {
      make.reset();
      setEnded(true);
      await refresh();
    },
  });
  const address = make.data?.address;
  const problem = make.error ?? end.error;
  return (
    <section className="part" aria-labelledby="calendario">
      <h2 id="calendario">{say.title}</h2>
      <p>{say.what}</p>
      {problem !== null && <ProblemNotice problem={problem} />}
      {ended && <Notice kind="success">{say.ended}</Notice>}
      {address !== undefined && (
        <>
          <TextField
            label={say.address}
            hint={say.once}
            value={address}
            readOnly
            onFocus={(event) => event.target.select()}
          />
          {said === 'copied' && <Notice kind="success">{say.copied}</Notice>}
          {said === 'refused' && <Notice kind="warning">{words.problem.notCopied}</Notice>}
        </>
      )}
      <Answer query={query}>
        {({ since }) => (
          <>
            {since !== null && address === undefined && <p>{say.since(momentInWords(inRome(since)))}</p>}
            <div className="form-actions">
              {address !== undefined && <Button onClick={() => copy(address)}>{say.copy}</Button>}
              <Button tone="secondary" busy={make.isPending} onClick={() => make.mutate()}>
                {since === null ? say.make : say.renew}
              </Button>
              {since !== null && (
                <Button tone="danger" busy={end.isPending} onClick={() => end.mutate()}>
                  {say.end}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
