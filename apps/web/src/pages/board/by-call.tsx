import type { Board } from '#contracts/board.js';
import { LineTable } from '../../parts/application/line-table.js';
import { words } from '../../words/index.js';
import { CallEnd } from '../../parts/call/call-head.js';

/** One table a call, the comuni below each other. */
export function ByCall({ board }: { board: Board }) {
  return board.calls.map((call) => (
    <section key={call.id} className="part" aria-labelledby={`avviso-${call.slug}`}>
      <h2 id={`avviso-${call.slug}`}>{call.title}</h2>
      <p className="line-meta">
        <span>
          <CallEnd call={call} on={board.on} />
        </span>
        <span>{words.board.sent(call.sent, call.of)}</span>
      </p>
      <LineTable
        caption={call.title}
        lines={board.applications.filter((each) => each.call.id === call.id)}
        on={board.on}
        order={undefined}
        without={['avviso']}
        still
      />
    </section>
  ));
}
