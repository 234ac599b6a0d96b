import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Board, BoardCall } from '#contracts/board.js';
import type { ApplicationLine } from '#contracts/desk.js';
import { nearDay } from '../../ui/dates.js';
import { Euro } from '../../ui/euro.js';
import { Sign } from '../../ui/sign.js';
import { UpTo } from '../../parts/people/who.js';
import { words } from '../../words/index.js';
import { cellOf } from './filtered.js';

const say = words.board;

/** Three lines, no more: sign and state, whose turn it is, by when and how much. The reason opens on hover and focus. */
export function CellContent({ line, on }: { line: ApplicationLine; on: string }) {
  return (
    <>
      <Link
        to="/candidature/$application"
        params={{ application: line.slug }}
        className="cell-link"
        preload={false}
      >
        <Sign sign={line.updating ? 'updating' : line.sign} state={line.label} />
      </Link>
      {!line.ended && <p>{words.today.upTo(line.upTo)}</p>}
      <p>
        {line.workBy !== null && !line.ended && (
          <strong>{words.dates.workBy(nearDay(line.workBy, on))} </strong>
        )}
        <Euro cents={line.amountCents} />
      </p>
      {line.overlays.map((each) => (
        <p key={each} className="cell-overlay">
          {each}
        </p>
      ))}
    </>
  );
}

/** "Perché aspetta?", and what came before it. */
function Reason({ line, earlier }: { line: ApplicationLine; earlier: readonly ApplicationLine[] }) {
  return (
    <>
      <strong>{say.why}</strong> {line.sentence}
      {!line.ended && line.who.length > 0 && (
        <>
          {' '}
          <UpTo upTo={line.upTo} who={line.who} plain />.
        </>
      )}
      {earlier.length > 0 && <> {say.earlier(earlier.map((each) => each.label).join(', '))}</>}
    </>
  );
}

/** A cell of the grid: of an application, of a body that may not apply, or of nothing. */
export function Cell({
  board,
  body,
  call,
  whole,
}: {
  board: Board;
  body: string;
  call: BoardCall;
  /** No filter leaves anything out. */
  whole: boolean;
}) {
  const found = cellOf(board, body, call);
  if (found === undefined) {
    return (
      <td className="cell cell-empty">
        <Absent call={call} body={body} whole={whole} />
      </td>
    );
  }
  return (
    <Explained why={<Reason line={found.line} earlier={found.earlier} />}>
      <CellContent line={found.line} on={board.on} />
    </Explained>
  );
}

/** Why there is no application: may not apply, none, or left out by the filters. */
export function Absent({ call, body, whole }: { call: BoardCall; body: string; whole: boolean }) {
  const because = call.excluded.find((each) => each.body === body)?.because;
  if (because !== undefined) return because;
  return (
    <>
      <span aria-hidden="true">{say.none}</span>
      <span className="visually-hidden">{whole ? say.noneWhat : say.filteredOut}</span>
    </>
  );
}

/** A cell whose reason opens when it is pointed at or has the focus, stays while it is pointed at, and closes with Esc. */
function Explained({ why, children }: { why: ReactNode; children: ReactNode }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <td
      className="cell"
      aria-describedby={open ? id : undefined}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setOpen(false);
      }}
    >
      {children}
      {open && (
        <div className="cell-why" role="tooltip" id={id}>
          {why}
        </div>
      )}
    </td>
  );
}
