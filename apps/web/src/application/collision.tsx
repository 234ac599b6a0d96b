import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { hour, inRome } from '../ui/dates.js';
import { Notice, ProblemNotice } from '../ui/notice.js';
import { words } from '../words/index.js';

/** Why it did not work; and where another person was quicker, the choice: see it first, or record one's own anyway. */
export function Collision({
  problem,
  mine,
  seen,
}: {
  problem: Problem;
  mine: () => void;
  seen?: () => void;
}) {
  const client = useQueryClient();
  const last = problem.changes.at(-1);
  if (problem.status !== 412 || last === undefined) return <ProblemNotice problem={problem} />;
  const at = ` alle ${hour(inRome(last.recordedAt).split('T')[1] ?? '')}`;
  const who = last.by === null ? '' : ` (${[last.by, last.of].filter((each) => each !== null).join(', ')})`;
  return (
    <Notice kind="warning">
      {words.problem.conflict(who, at)} <small className="problem-code">({problem.code})</small>
      <div className="notice-actions">
        <Button
          small
          tone="secondary"
          onClick={() => {
            void client.invalidateQueries();
            seen?.();
          }}
        >
          {words.problem.conflictSee}
        </Button>
        <Button small tone="secondary" onClick={mine}>
          {words.problem.conflictMine}
        </Button>
      </div>
    </Notice>
  );
}
