import { words } from '../words/index.js';
import { dayInWords, hour, nearDay } from './dates.js';

/** The day to work by first, the official end second (rules of voice, 3). */
export function Ends({
  workBy,
  end,
  cutOff,
  on,
}: {
  workBy: string | null;
  end: string | null;
  cutOff: string | null;
  on: string;
}) {
  if (workBy === null) return null;
  return (
    <span className="ends">
      <strong>{words.dates.workBy(nearDay(workBy, on))}</strong>
      {end !== null && end !== workBy && (
        <span className="ends-official">
          {' '}
          ({words.dates.official(dayInWords(end, on), hour(cutOff ?? '23:59'))})
        </span>
      )}
    </span>
  );
}
