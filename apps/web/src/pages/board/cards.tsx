import type { Board } from '#contracts/board.js';
import { words } from '../../words/index.js';
import { Link } from '@tanstack/react-router';
import { CallHead } from '../../parts/call/call-head.js';
import { Absent, CellContent } from './cell.js';
import { cellOf } from './filtered.js';
import { Totals } from './grid.js';

const say = words.board;

/** Where the window is narrow: a card a comune, its calls inside. */
export function Cards({ board, whole }: { board: Board; whole: boolean }) {
  return (
    <>
      <ul className="board-calls">
        {board.calls.map((call) => (
          <li key={call.id}>
            <CallHead call={call} on={board.on} />
          </li>
        ))}
      </ul>
      <ul className="board-cards">
        {board.bodies.map((body) => (
          <li key={body.id}>
            <h2>{body.name}</h2>
            <dl>
              {board.calls.map((call) => {
                const found = cellOf(board, body.id, call);
                if (found === undefined && !whole) return null;
                return (
                  <div key={call.id}>
                    <dt>
                      <Link to="/avvisi/$call" params={{ call: call.slug }} preload={false}>
                        {call.shortTitle}
                      </Link>
                    </dt>
                    <dd>
                      {found === undefined ? (
                        <Absent call={call} body={body.id} whole={whole} />
                      ) : (
                        <>
                          <CellContent line={found.line} on={board.on} />
                          <details>
                            <summary>{say.why}</summary>
                            <p>{found.line.sentence}</p>
                          </details>
                        </>
                      )}
                    </dd>
                  </div>
                );
              })}
            </dl>
            <p className="grid-total">
              {say.total} ({say.totalMeans}): <Totals board={board} body={body.id} />
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
