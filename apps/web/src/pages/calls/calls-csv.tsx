import type { ListedCall } from '#contracts/calls.js';
import type { Board } from '#contracts/board.js';
import type { NotedCall } from '#contracts/noted-call.js';
import { CsvButton } from '../../ui/csv-button.js';
import type { CsvValue } from '../../ui/csv.js';
import { hour } from '../../ui/dates.js';
import { words } from '../../words/index.js';
import { isOver } from '../../api/queries/call.js';

const say = words.calls;

/** The calls that the page shows, those that are only noted too, as a file for Excel. */
export function CallsCsv({
  calls,
  noted,
  board,
}: {
  calls: readonly ListedCall[];
  noted: readonly NotedCall[];
  board: Board | undefined;
}) {
  const rows = () => [...calls.map((each) => launched(each, board)), ...noted.map(onlyNoted)];
  return <CsvButton name={say.file} head={say.csv} rows={rows} />;
}

function launched(call: ListedCall, board: Board | undefined): CsvValue[] {
  const known = board?.calls.find((each) => each.id === call.id);
  return [
    call.number,
    call.title,
    isOver(call) ? say.over : say.running,
    { day: known?.end ?? null },
    known?.cutOff == null ? '' : hour(known.cutOff),
    call.applications,
    known?.sent ?? null,
    call.ended,
    '',
  ];
}

function onlyNoted({ title, end, cutOff, away }: NotedCall): CsvValue[] {
  const state = away === undefined ? words.noted.listTitle : words.noted.awayTitle;
  return ['', title, state, { day: end }, hour(cutOff), null, null, null, away?.reason ?? ''];
}
