import { Link } from '@tanstack/react-router';
import type { ApplicationLine } from '#contracts/desk.js';
import { formatEuro } from '#domain/money/money.js';
import { dayInWords, hour, nearDay } from '../../ui/dates.js';
import type { CsvValue } from '../../ui/csv.js';
import { Euro } from '../../ui/euro.js';
import { type Column, ListTable, sorted } from '../../ui/list-table.js';
import { Sign } from '../../ui/sign.js';
import { UpTo } from '../people/who.js';
import { words } from '../../words/index.js';

const say = words.lists.columns;
const none = words.lists.none;

/** The most urgent first. */
const URGENCY = ['atRisk', 'late', 'today', 'week', 'onTime', 'suspended', 'waiting', 'done', 'closed'];

/** Columns of a list of applications, on a day. */
export function lineColumns(on: string): Column<ApplicationLine>[] {
  return [
    {
      id: 'comune',
      label: say.comune,
      show: (line) => (
        <Link to="/candidature/$application" params={{ application: line.slug }} preload={false}>
          {line.applicant.name}
        </Link>
      ),
      by: (line) => line.applicant.name,
      csv: (line) => line.applicant.name,
    },
    {
      id: 'avviso',
      label: say.call,
      show: (line) => line.call.shortTitle,
      by: (line) => line.call.shortTitle,
      csv: (line) => line.call.title,
    },
    {
      id: 'stato',
      label: say.state,
      show: (line) => (
        <>
          <Sign sign={line.updating ? 'updating' : line.sign} state={line.label} />
          {line.overlays.map((each) => (
            <small key={each} className="cell-overlay">
              {each}
            </small>
          ))}
        </>
      ),
      by: (line) => `${URGENCY.indexOf(line.sign)} ${line.label}`,
      csv: (line) => line.label,
    },
    {
      id: 'tocca',
      label: say.upTo,
      show: (line) => (line.ended ? none : <UpTo upTo={line.upTo} who={line.who} bare />),
      by: (line) => (line.ended ? null : line.upTo),
      csv: (line) => (line.ended ? '' : line.who.map((each) => each.name).join(', ') || line.upTo),
    },
    {
      id: 'entro',
      label: say.workBy,
      show: (line) =>
        line.workBy === null || line.ended ? none : <strong>{nearDay(line.workBy, on)}</strong>,
      by: (line) => (line.ended ? null : line.workBy),
      csv: (line) => ({ day: line.ended ? null : line.workBy }),
    },
    {
      id: 'termine',
      label: say.end,
      show: (line) =>
        line.end === null || line.ended
          ? none
          : `${dayInWords(line.end, on)}, ${hour(line.cutOff ?? '23:59')}`,
      by: (line) => (line.ended ? null : line.end),
      csv: (line) => ({ day: line.ended ? null : line.end }),
    },
    {
      id: 'euro',
      label: say.euro,
      show: (line) => <Euro cents={line.amountCents} word={line.amountWord} />,
      by: (line) => line.amountCents,
      csv: (line) => ({ cents: line.amountCents }),
      number: true,
    },
  ];
}

/** The same lines for Excel, with what has no room on the page. */
export function forExcel(
  lines: readonly ApplicationLine[],
  on: string,
): { head: string[]; rows: () => CsvValue[][] } {
  const more: { label: string; csv: (line: ApplicationLine) => string }[] = [
    { label: say.word, csv: (line) => words.signs.amount[line.amountWord] },
    { label: say.sign, csv: (line) => words.signs.sign[line.sign] },
    { label: say.missing, csv: (line) => line.missing.join(', ') },
    { label: say.overlays, csv: (line) => line.overlays.join(', ') },
    { label: say.cup, csv: (line) => line.cup ?? '' },
    { label: say.number, csv: (line) => line.number },
    { label: say.sentence, csv: (line) => line.sentence },
  ];
  const columns = [...lineColumns(on), ...more];
  return {
    head: columns.map((each) => each.label),
    rows: () => lines.map((line) => columns.map((each) => each.csv(line))),
  };
}

/** Applications as a table that sorts. */
export function LineTable({
  caption,
  lines,
  on,
  order,
  without = [],
  still = false,
}: {
  caption: string;
  lines: readonly ApplicationLine[];
  on: string;
  order: string | undefined;
  /** Columns that would say the same in every row. */
  without?: readonly string[];
  /** Several tables on a page do not sort: one address has one order. */
  still?: boolean;
}) {
  const columns = lineColumns(on).filter((each) => !without.includes(each.id));
  const shown = still ? columns.map(unsorted) : columns;
  return (
    <ListTable
      caption={caption}
      rows={sorted(lines, shown, order)}
      columns={shown}
      keyOf={(line) => line.id}
      order={order}
    />
  );
}

function unsorted(column: Column<ApplicationLine>): Column<ApplicationLine> {
  const copy = { ...column };
  delete copy.by;
  return copy;
}

/** The sum of a list, for its foot. */
export function sumInWords(lines: readonly ApplicationLine[]): string {
  return formatEuro(lines.reduce((sum, each) => sum + each.amountCents, 0));
}
