import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import type { FactRequest } from '#contracts/fact-request.js';
import { followsQuery } from '../../../api/queries/application.js';
import { dayInWords, hour } from '../../../ui/dates.js';
import { words } from '../../../words/index.js';

const say = words.register;

/** What a notice sets going, before it is registered: the term, the day to work by, and what not to count on. */
export function Follows({
  application,
  request,
  busy,
  on,
}: {
  application: string;
  /** Absent while the form is not whole. */
  request: FactRequest | undefined;
  /** It is being recorded, or has been: what follows is no question any more, and stays as it was read. */
  busy: boolean;
  on: string;
}) {
  const asked = useDeferredValue(request);
  const { data } = useQuery({ ...followsQuery(application, asked), enabled: !busy });
  if (asked === undefined || data === undefined) return null;
  const { terms, stage } = data;
  const begun = terms.flatMap(({ id, round, label, new: term }) =>
    term === undefined ? [] : [{ key: `${id} ${round}`, label, ...term }],
  );
  return (
    <div className="preview" aria-live="polite">
      <h3>{say.follows}</h3>
      <ul>
        {stage.before !== stage.after && <li>{words.correct.stage(stage.before, stage.after)}</li>}
        {begun.map(({ key, label, end, cutOff, workBy }) => (
          <li key={key}>
            {label}: {dayInWords(end, on)}, {hour(cutOff)}.{' '}
            <strong>{words.correct.workBy(dayInWords(workBy, on))}</strong>{' '}
            {/* A last day that is read strictly falls earlier than the one that closed days may give. */}
            {workBy < end && say.notCounted(dayInWords(end, on))}
          </li>
        ))}
      </ul>
    </div>
  );
}
