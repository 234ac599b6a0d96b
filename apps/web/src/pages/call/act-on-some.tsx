import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AmendedSome } from '#contracts/call-page.js';
import type { CasePreview } from '#contracts/preview.js';
import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { Sign } from '../../ui/sign.js';
import { words } from '../../words/index.js';
import { move, type Move, type TypedBy } from './act.js';
import { ActRefused } from './act-refused.js';

const say = words.call.results;

type Result = AmendedSome['results'][number];

/**
 * The same act in each chosen application, with what became of each. Sent again it goes on where it stopped: under one
 * key what was done is not done twice.
 */
export function ActOnSome({
  cases,
  act,
  by,
  ifMatch,
  again,
  close,
}: {
  cases: readonly CasePreview[];
  act: Move;
  by: TypedBy;
  ifMatch: string;
  again: () => void;
  close: () => void;
}) {
  const [once] = useState(() => crypto.randomUUID());
  const send = useMutation<AmendedSome, Problem>({
    mutationFn: async () => {
      const applications = cases.map((each) => each.application.id);
      const done = await move(act, by, { once, ifMatch }, applications);
      return 'results' in done ? done : { results: [] };
    },
  });
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    send.mutate();
  });
  const results = new Map(send.data?.results.map((each) => [each.application, each]));
  const left = cases.filter(({ application }) => results.get(application.id)?.result !== 'done');
  return (
    <>
      <ul className="lines" aria-live="polite">
        {cases.map(({ application, applicant }) => (
          <ResultLine key={application.id} name={applicant.name} result={results.get(application.id)} />
        ))}
      </ul>
      {left.length === 0 && <Notice kind="success">{say.title}</Notice>}
      <ActRefused problem={send.error} again={again} />
      <div className="form-actions">
        {!send.isPending && left.length > 0 && (
          <Button onClick={() => send.mutate()}>{say.again(left.length)}</Button>
        )}
        <Button tone={left.length === 0 ? 'primary' : 'quiet'} onClick={close}>
          {words.dialog.close}
        </Button>
      </div>
    </>
  );
}

function ResultLine({ name, result }: { name: string; result: Result | undefined }) {
  return (
    <li className="line">
      <Sign
        sign={result?.result === 'done' ? 'done' : result === undefined ? 'updating' : 'late'}
        word={result?.result === 'done' ? say.ok : result === undefined ? say.waiting : say.refused}
      />
      <div className="line-what">
        <h3>{name}</h3>
        {result?.result === 'refused' && (
          <p>
            {result.detail} <small className="problem-code">({result.code})</small>
          </p>
        )}
      </div>
    </li>
  );
}
