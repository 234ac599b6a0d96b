import { Link } from '@tanstack/react-router';
import type { Deadline } from '#contracts/deadlines.js';
import type { CsvValue } from '../../ui/csv.js';
import { dayInWords, hour, nearDay, slashed } from '../../ui/dates.js';
import type { Column } from '../../ui/list-table.js';
import { words } from '../../words/index.js';

const say = words.deadlines;
const common = words.lists.columns;

/** Columns of the list of terms, on a day. */
export function columnsOf(on: string): Column<Deadline>[] {
  return [
    {
      id: 'cosa',
      label: say.columns.what,
      show: (each) => (
        <Link to="/candidature/$application" params={{ application: each.application.slug }} preload={false}>
          {each.label}
        </Link>
      ),
      by: (each) => each.label,
      csv: (each) => each.label,
    },
    {
      id: 'entro',
      label: say.columns.workBy,
      show: (each) => (
        <>
          <strong>{nearDay(each.workBy, on)}</strong>
          {each.status !== 'running' && <small>{say.states[each.status]}</small>}
        </>
      ),
      by: (each) => each.workBy,
      csv: (each) => ({ day: each.workBy }),
    },
    {
      id: 'termine',
      label: say.columns.end,
      show: (each) => (
        <>
          {each.was.map((was) => (
            <span key={was}>
              <span className="visually-hidden">{say.was} </span>
              <s>{dayInWords(was, on)}</s>{' '}
            </span>
          ))}
          {dayInWords(each.end, on)}, {hour(each.cutOff)}
          {!each.official && <small>{say.internal}</small>}
          {each.official && each.peremptory && <small>{say.peremptory}</small>}
        </>
      ),
      by: (each) => each.end,
      csv: (each) => ({ day: each.end }),
    },
    {
      id: 'comune',
      label: common.comune,
      show: (each) => each.applicant.name,
      by: (each) => each.applicant.name,
      csv: (each) => each.applicant.name,
    },
    {
      id: 'avviso',
      label: common.call,
      show: (each) => each.call.shortTitle,
      by: (each) => each.call.shortTitle,
      csv: (each) => each.call.shortTitle,
    },
    {
      id: 'tocca',
      label: common.upTo,
      show: (each) => each.upTo,
      by: (each) => each.upTo,
      csv: (each) => each.upTo,
    },
  ];
}

/** The same terms for Excel, with what has no room on the page. */
export function forExcel(
  deadlines: readonly Deadline[],
  on: string,
): { head: string[]; rows: () => CsvValue[][] } {
  const more: { label: string; csv: (each: Deadline) => string }[] = [
    { label: say.columns.state, csv: (each) => say.states[each.status] },
    { label: say.official, csv: (each) => (each.official ? say.yes : say.no) },
    { label: say.columns.peremptory, csv: (each) => (each.peremptory ? say.yes : say.no) },
    { label: say.columns.missing, csv: (each) => each.missing.join(', ') },
    { label: say.columns.was, csv: (each) => each.was.map(slashed).join(', ') },
    { label: common.number, csv: (each) => each.application.number },
  ];
  const columns = [...columnsOf(on), ...more];
  return {
    head: columns.map((each) => each.label),
    rows: () => deadlines.map((each) => columns.map((column) => column.csv(each))),
  };
}
