import { useMutation } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import type { ApplicationPage } from '#contracts/application-page.js';
import type { FutureChange, FutureEvent, WhatIf } from '#contracts/preview.js';
import { ask } from '../../../api/client.js';
import type { Problem } from '../../../api/problem.js';
import { Button } from '../../../ui/button.js';
import { dayInWords, hour } from '../../../ui/dates.js';
import { useDraft } from '../../../ui/draft.js';
import { CheckField, Choice, SelectField, TextField } from '../../../ui/field.js';
import { Loading } from '../../../ui/loading.js';
import { ProblemNotice } from '../../../ui/notice.js';
import { words } from '../../../words/index.js';

const say = words.whatIf;

interface Assumed {
  what: 'extension' | 'act' | 'nothing';
  term: string;
  newEnd: string;
  act: string;
  on: string;
  othersAct: boolean;
}

/** "E se…": a term is extended, an act comes on a day, nobody does anything; what would move. Nothing is recorded. */
export function WhatIfCard({ page }: { page: ApplicationPage }) {
  const running = page.terms.filter((each) => each.status === 'running' || each.status === 'lapsed');
  const acts = page.may.milestones.flatMap(({ milestone, label, outcomes }) =>
    outcomes.length === 0
      ? [{ key: milestone, label }]
      : outcomes.map((each) => ({ key: `${milestone}/${each.code}`, label: `${label}: ${each.label}` })),
  );
  const { register, control, handleSubmit, forget } = useDraft<Assumed>(`e se ${page.id}`, {
    what: running.length > 0 ? 'extension' : acts.length > 0 ? 'act' : 'nothing',
    term: running[0]?.id ?? '',
    newEnd: '',
    act: acts[0]?.key ?? '',
    on: page.on,
    othersAct: true,
  });
  const what = useWatch({ control, name: 'what' });
  const tell = useMutation<WhatIf, Problem, Assumed>({
    mutationFn: (given) =>
      ask('POST /applications/:application/what-if', {
        params: { application: page.id },
        body: requestOf(given),
      }),
    onSuccess: forget,
  });
  const options = [
    ...(running.length > 0 ? [{ value: 'extension', label: say.extension }] : []),
    ...(acts.length > 0 ? [{ value: 'act', label: say.act }] : []),
    { value: 'nothing', label: say.nothing },
  ];
  return (
    <>
      <p>{say.lead}</p>
      <form
        data-tour="what-if"
        onSubmit={(event) => void handleSubmit((assumed) => tell.mutate(assumed))(event)}
      >
        <Choice label={say.what} {...register('what')} options={options} />
        {what === 'extension' && (
          <div className="field-row">
            <SelectField label={say.term} required {...register('term')}>
              {running.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.label}: {dayInWords(each.end, page.on)}
                </option>
              ))}
            </SelectField>
            <TextField label={say.newEnd} type="date" required {...register('newEnd')} />
          </div>
        )}
        {what === 'act' && (
          <div className="field-row">
            <SelectField label={say.which} required {...register('act')}>
              {acts.map((each) => (
                <option key={each.key} value={each.key}>
                  {each.label}
                </option>
              ))}
            </SelectField>
            <TextField label={say.day} type="date" required {...register('on')} />
          </div>
        )}
        {what !== 'nothing' && <CheckField label={say.others} {...register('othersAct')} />}
        <Button type="submit" busy={tell.isPending}>
          {say.tell}
        </Button>
      </form>
      <div aria-live="polite">
        {tell.isPending && <Loading />}
        {tell.error !== null && <ProblemNotice problem={tell.error} />}
        {tell.data !== undefined && !tell.isPending && <Told answer={tell.data} page={page} />}
      </div>
    </>
  );
}

function requestOf({ what, term, newEnd, act, on, othersAct }: Assumed): object {
  const [milestone, outcome] = act.split('/');
  switch (what) {
    case 'extension':
      return { amendments: [{ term, kind: 'extension', newEnd }], othersAct };
    case 'act':
      return { milestones: [{ milestone, on, ...(outcome === undefined ? {} : { outcome }) }], othersAct };
    case 'nothing':
      return { othersAct: false };
  }
}

function Told({ answer, page }: { answer: WhatIf; page: ApplicationPage }) {
  return (
    <div className="what-if">
      <h3>{say.changes}</h3>
      {answer.changes.length === 0 ? (
        <p>{say.same}</p>
      ) : (
        <ul className="lines">
          {answer.changes.map((each, n) => (
            <li className="said" key={`${each.sentence} ${n}`}>
              <Changed change={each} on={page.on} />
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{say.whole(dayInWords(answer.until, page.on))}</summary>
        <Events events={answer.after} on={page.on} />
      </details>
      <p className="app-note">{say.nothingChanges}</p>
    </div>
  );
}

function Changed({ change: { sentence, from, to }, on }: { change: FutureChange; on: string }) {
  return (
    <>
      <p className="line-meta">
        {from !== undefined && <s>{moment(from, on)}</s>}
        {to === undefined ? <strong>{say.gone}</strong> : <strong>{moment(to, on)}</strong>}
      </p>
      <p>{sentence}</p>
    </>
  );
}

function Events({ events, on }: { events: readonly FutureEvent[]; on: string }) {
  return (
    <ul className="lines">
      {events.map((each, n) => (
        <li className="said" key={`${each.sentence} ${n}`}>
          <p className="line-meta">{moment(each, on)}</p>
          <p>{each.sentence}</p>
        </li>
      ))}
    </ul>
  );
}

function moment({ on: day, at }: { on: string; at: string }, on: string): string {
  return `${dayInWords(day, on)}, ${words.dates.at(hour(at))}`;
}
