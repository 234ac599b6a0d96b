import { Alert } from 'design-react-kit';
import type { ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import { words } from '../words/index.js';
import { Coded } from './coded.js';
import { Button } from './button.js';

/** Something that happened or holds: said aloud by screen readers when it appears. */
export function Notice({
  kind = 'info',
  children,
}: {
  kind?: 'info' | 'success' | 'warning' | 'danger';
  children: ReactNode;
}) {
  return (
    <Alert color={kind} role={kind === 'danger' ? 'alert' : 'status'} fade={false}>
      {children}
    </Alert>
  );
}

/** Why something did not work: what to do, and the code at the end in small. */
export function ProblemNotice({ problem, again }: { problem: Problem; again?: () => void }) {
  return (
    <Notice kind="danger">
      {problem.detail} <small className="problem-code">({problem.code})</small>
      {problem.fields.length > 0 && (
        <ul>
          {problem.fields.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              <Coded text={message} />
            </li>
          ))}
        </ul>
      )}
      {again !== undefined && (
        <div className="notice-actions">
          <Button tone="secondary" small onClick={again}>
            {words.problem.again}
          </Button>
        </div>
      )}
    </Notice>
  );
}
