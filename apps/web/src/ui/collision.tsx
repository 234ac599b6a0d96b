import { useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../api/problem.js';
import { words } from '../words/index.js';
import { Button } from './button.js';
import { Notice, ProblemNotice } from './notice.js';

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
  if (problem.status !== 412) return <ProblemNotice problem={problem} />;
  return (
    <Notice kind="warning">
      {problem.detail} <small className="problem-code">({problem.code})</small>
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
