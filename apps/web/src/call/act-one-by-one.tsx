import { useEffect, useRef, useState } from 'react';
import type { Acting } from '#contracts/application-page.js';
import type { CasePreview } from '#contracts/preview.js';
import { command } from '../api/client.js';
import { Problem, unreachable } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import { Sign } from '../ui/sign.js';
import { words } from '../words/index.js';
import type { TypedAct } from './act-form.js';
import type { Act } from './call.page.js';

const say = words.call.results;

type OneAct = TypedAct & { kind: Act } & Pick<Acting, 'actingBody'>;
type Result = { state: 'done' } | { state: 'refused'; problem: Problem };

/**
 * The same act in each chosen application, one after the other, with what became of each. Each has its own key, so
 * that a second try goes on where the first stopped and does nothing twice.
 */
export function ActOneByOne({
  cases,
  request,
  close,
}: {
  cases: readonly CasePreview[];
  request: OneAct;
  close: () => void;
}) {
  const [results, setResults] = useState<Readonly<Record<string, Result>>>({});
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const run = async () => {
    setBusy(true);
    for (const { application } of cases) {
      if (results[application.id]?.state === 'done') continue;
      const once = keys.current.get(application.id) ?? crypto.randomUUID();
      keys.current.set(application.id, once);
      const result = await actOn(application.id, request, once);
      setResults((before) => ({ ...before, [application.id]: result }));
    }
    setBusy(false);
  };
  const started = useRef(false);
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void run();
  });
  const left = cases.filter((each) => results[each.application.id]?.state !== 'done');
  return (
    <>
      <ul className="lines" aria-live="polite">
        {cases.map(({ application, applicant }) => {
          const result = results[application.id];
          return (
            <li key={application.id} className="line">
              <Sign sign={result?.state === 'done' ? 'done' : result === undefined ? 'updating' : 'late'} />
              <div className="line-what">
                <h3>{applicant.name}</h3>
                <p>
                  {result === undefined && say.waiting}
                  {result?.state === 'done' && say.ok}
                  {result?.state === 'refused' && `${result.problem.detail} (${result.problem.code})`}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {left.length === 0 && <Notice kind="success">{say.title}</Notice>}
      <div className="form-actions">
        {!busy && left.length > 0 && <Button onClick={() => void run()}>{say.again(left.length)}</Button>}
        <Button tone={left.length === 0 ? 'primary' : 'quiet'} onClick={close}>
          {words.dialog.close}
        </Button>
      </div>
    </>
  );
}

async function actOn(application: string, { actingBody, ...body }: OneAct, once: string): Promise<Result> {
  try {
    await command(`/applications/${application}/facts`, { actingBody, type: 'term.amended', body }, { once });
    return { state: 'done' };
  } catch (error) {
    return { state: 'refused', problem: error instanceof Problem ? error : unreachable() };
  }
}
