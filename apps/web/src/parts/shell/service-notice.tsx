import { useQuery } from '@tanstack/react-query';
import { statusQuery } from '../../api/queries/status.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

/** Says over every page when the server cannot be reached, or when the engine stands still behind it. */
export function ServiceNotice({ reached }: { reached: boolean }) {
  const { data } = useQuery({ ...statusQuery, refetchInterval: 30_000 });
  const minutes = Math.floor((data?.waitingSeconds ?? 0) / 60);
  return (
    <div className="service" aria-live="polite">
      {!reached && (
        <Notice kind="warning">
          {words.problem.offline} <small className="problem-code">(RETE-01)</small>
        </Notice>
      )}
      {reached && minutes > 0 && <Notice kind="warning">{words.problem.stalled(minutes)}</Notice>}
    </div>
  );
}
