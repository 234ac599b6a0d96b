import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { words } from '../words/index.js';
import { AcronymsOf, Sentence } from './acronym.js';
import type { CsvValue } from './csv.js';
import { SelectField } from './field.js';
import type { Asked } from './filters.js';
import { useNarrow } from './narrow.js';

const say = words.lists;

/** A column of a list: what it shows, by what it is sorted, and what it is in a file for Excel. */
export interface Column<T> {
  /** Name in the address. */
  id: string;
  label: string;
  show: (row: T) => ReactNode;
  /** Rows without a value come last, whichever the direction. */
  by?: (row: T) => string | number | null;
  csv: (row: T) => CsvValue;
  /** Numbers stand at the right. */
  number?: boolean;
}

/** Rows in the order that the address asks for: `comune`, or `-comune` for the other way. */
export function sorted<T>(
  rows: readonly T[],
  columns: readonly Column<T>[],
  order: string | undefined,
): readonly T[] {
  const down = order?.startsWith('-') === true;
  const by = columns.find((each) => each.id === order?.replace(/^-/, ''))?.by;
  if (by === undefined) return rows;
  return rows.toSorted((a, b) => {
    const [one, two] = [by(a), by(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    const way =
      typeof one === 'number' && typeof two === 'number'
        ? one - two
        : String(one).localeCompare(String(two), 'it', { numeric: true });
    return down ? -way : way;
  });
}

/**
 * A list: a table that sorts by its heads, and one card a row where the window is narrow. The order stands in the
 * address as `ordine`.
 */
export function ListTable<T>({
  caption,
  rows,
  columns,
  keyOf,
  order,
  heading = 'h2',
}: {
  /** Read by screen readers; the heading of the page says it to the eye. */
  caption: string;
  /** As `sorted` gives them; the first column names a row. */
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  order: string | undefined;
  /** Level of the heading of a card, which must follow the one before it on the page. */
  heading?: 'h2' | 'h3';
}) {
  const narrow = useNarrow();
  if (narrow) return <Cards {...{ caption, rows, columns, keyOf, order, heading }} />;
  const [first, ...others] = columns;
  if (first === undefined) return null;
  return (
    <table className="list-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} order={order} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            <th scope="row">{first.show(row)}</th>
            {others.map((column) => (
              <td key={column.id} className={column.number === true ? 'is-number' : undefined}>
                {column.show(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head<T>({ column, order }: { column: Column<T>; order: string | undefined }) {
  const way = order === column.id ? 'ascending' : order === `-${column.id}` ? 'descending' : undefined;
  const className = column.number === true ? 'is-number' : undefined;
  if (column.by === undefined) {
    return (
      <th scope="col" className={className}>
        <Sentence>{column.label}</Sentence>
      </th>
    );
  }
  const next = way === 'ascending' ? `-${column.id}` : column.id;
  return (
    <th scope="col" aria-sort={way ?? 'none'} className={className}>
      <Link
        to="."
        search={((all: Asked) => ({ ...all, ordine: next })) as never}
        replace
        activeOptions={{ exact: true }}
        resetScroll={false}
      >
        {column.label}
        <span aria-hidden="true" className="sort-mark">
          {way === undefined ? '↕' : way === 'ascending' ? '▲' : '▼'}
        </span>
      </Link>
      <AcronymsOf label={column.label} />
    </th>
  );
}

function Cards<T>({
  caption,
  rows,
  columns,
  keyOf,
  order,
  heading: Heading,
}: {
  caption: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf: (row: T) => string;
  order: string | undefined;
  heading: 'h2' | 'h3';
}) {
  const navigate = useNavigate();
  const [first, ...others] = columns;
  if (first === undefined) return null;
  const orders = columns.filter((each) => each.by !== undefined);
  return (
    <>
      {orders.length > 0 && (
        <SelectField
          label={say.orderBy}
          value={order ?? ''}
          onChange={(event) => {
            const ordine = event.target.value === '' ? undefined : event.target.value;
            void navigate({
              to: '.',
              search: ((all: Asked) => ({ ...all, ordine })) as never,
              replace: true,
            });
          }}
        >
          <option value="">{say.orderAsGiven}</option>
          {orders.flatMap(({ id, label }) => [
            <option key={id} value={id}>
              {say.ascending(label)}
            </option>,
            <option key={`-${id}`} value={`-${id}`}>
              {say.descending(label)}
            </option>,
          ])}
        </SelectField>
      )}
      <ul className="list-cards" aria-label={caption}>
        {rows.map((row) => (
          <li key={keyOf(row)}>
            <Heading>{first.show(row)}</Heading>
            <dl>
              {others.map((column) => (
                <div key={column.id}>
                  <dt>{column.label}</dt>
                  <dd>{column.show(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}
