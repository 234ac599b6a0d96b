import type { Board, BoardCall } from '#contracts/board.js';
import { formatEuro } from '#domain/money/money.js';
import { words } from '../../words/index.js';
import { CallHead } from '../../parts/call/call-head.js';
import { Cell } from './cell.js';
import { totalsOf } from './filtered.js';

const say = words.board;

/** Comuni by calls. */
export function Grid({ board, whole }: { board: Board; whole: boolean }) {
  return (
    <div className="grid-scroll">
      <table className="grid-table">
        <caption className="visually-hidden">{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.comune}</th>
            {board.calls.map((call: BoardCall) => (
              <th scope="col" key={call.id}>
                <CallHead call={call} on={board.on} />
              </th>
            ))}
            <th scope="col">
              {say.total}
              <small>{say.totalMeans}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {board.bodies.map((body) => (
            <tr key={body.id}>
              <th scope="row">{body.name}</th>
              {board.calls.map((call) => (
                <Cell key={call.id} board={board} body={body.id} call={call} whole={whole} />
              ))}
              <td className="grid-total">
                <Totals board={board} body={body.id} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{say.total}</th>
            {board.calls.map((call) => {
              const { decreed, collected } = totalsOf(
                board.applications.filter((each) => each.call.id === call.id),
              );
              return (
                <td key={call.id}>
                  {formatEuro(decreed)} / {formatEuro(collected)}
                </td>
              );
            })}
            <td className="grid-total">
              <Totals board={board} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** Decreed and collected of a comune, or of all. */
export function Totals({ board, body }: { board: Board; body?: string }) {
  const lines = board.applications.filter((each) => body === undefined || each.applicant.id === body);
  const { decreed, collected } = totalsOf(lines);
  return (
    <>
      <span className="euro">{formatEuro(decreed)}</span> /{' '}
      <span className="euro">{formatEuro(collected)}</span>
    </>
  );
}
