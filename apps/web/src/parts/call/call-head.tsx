import { Link } from '@tanstack/react-router';
import type { BoardCall } from '#contracts/board.js';
import { dayInWords, hour } from '../../ui/dates.js';
import { words } from '../../words/index.js';

const say = words.board;

/** A call: its name, its official end with the old ones struck through, how many were sent. */
export function CallHead({ call, on }: { call: BoardCall; on: string }) {
  return (
    <>
      <Link to="/avvisi/$call" params={{ call: call.slug }} preload={false}>
        {call.shortTitle}
      </Link>
      <small>
        <CallEnd call={call} on={on} />
      </small>
      <small>{say.sent(call.sent, call.of)}</small>
    </>
  );
}

/** "~~mercoledì 10 marzo~~ chiude mercoledì 31 marzo, 23:59, prorogato". */
export function CallEnd({ call, on }: { call: BoardCall; on: string }) {
  if (call.end === null) return say.noEnd;
  return (
    <>
      {call.was.map((each) => (
        <span key={each}>
          <span className="visually-hidden">{say.was} </span>
          <s>{dayInWords(each, on)}</s>{' '}
        </span>
      ))}
      {call.end < on
        ? say.closed(dayInWords(call.end, on))
        : say.closes(dayInWords(call.end, on), hour(call.cutOff ?? '23:59'))}
      {call.was.length > 0 && `, ${say.extended}`}
    </>
  );
}
