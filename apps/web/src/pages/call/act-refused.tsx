import type { Problem } from '../../api/problem.js';
import { Button } from '../../ui/button.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

/** Why an act was not put on record; when somebody else was quicker, what it would do now is to be looked at first. */
export function ActRefused({ problem, again }: { problem: Problem | null; again: () => void }) {
  if (problem === null) return null;
  if (problem.code !== 'CASO-03') return <ProblemNotice problem={problem} />;
  return (
    <Notice kind="danger">
      {problem.detail} <small className="problem-code">({problem.code})</small>
      <div className="notice-actions">
        <Button tone="secondary" small onClick={again}>
          {words.call.preview.lookAgain}
        </Button>
      </div>
    </Notice>
  );
}
