import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { words } from '../words/index.js';
import { SelectField, TextField } from './field.js';
import { useNarrow } from './narrow.js';

/** One choice of a filter: a link, so that it has an address and the way back works. */
interface Option {
  value: string | undefined;
  label: ReactNode;
}

/** What an address asks of a list: one value a name, none for "all". */
export type Asked = Readonly<Record<string, string | number | undefined>>;

/**
 * A row of choices that stand in the address. The one that holds is marked; pressed again it is taken back, unless one
 * must always hold.
 */
export function FilterRow({
  label,
  name,
  asked,
  options,
  always = false,
}: {
  label: string;
  /** Name in the address. */
  name: string;
  asked: Asked;
  options: readonly Option[];
  always?: boolean;
}) {
  const now = asked[name] === undefined ? undefined : String(asked[name]);
  return (
    <li className="filter-row">
      <span id={`filtro-${name}`} className="filter-label">
        {label}
      </span>
      <ul aria-labelledby={`filtro-${name}`}>
        {options.map((option) => {
          const holds = now === option.value;
          const next = holds && !always ? undefined : option.value;
          return (
            <li key={option.value ?? ''}>
              <Link
                to="."
                search={((all: Asked) => without({ ...all, [name]: next })) as never}
                className="filter-chip"
                aria-current={holds ? 'true' : undefined}
                activeOptions={{ exact: true }}
                resetScroll={false}
              >
                {holds && <span aria-hidden="true">✓</span>}
                {option.label}
              </Link>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

/** The filters of a list, with a way to drop them all. */
export function Filters({
  asked,
  names,
  children,
}: {
  asked: Asked;
  /** What counts as a filter, so that the view and the order stay when filters are dropped. */
  names: readonly string[];
  children: ReactNode;
}) {
  const some = names.some((name) => asked[name] !== undefined);
  const narrow = useNarrow('47.99rem');
  const rows = <ul>{children}</ul>;
  return (
    <nav className="filters" aria-label={words.lists.filters}>
      {narrow ? (
        <details open={some || undefined}>
          <summary>{words.lists.filters}</summary>
          {rows}
        </details>
      ) : (
        rows
      )}
      {some && (
        <Link
          to="."
          search={
            ((all: Asked) =>
              without({ ...all, ...Object.fromEntries(names.map((name) => [name, undefined])) })) as never
          }
          className="filters-drop"
          activeOptions={{ exact: true }}
          resetScroll={false}
        >
          {words.lists.dropFilters}
        </Link>
      )}
    </nav>
  );
}

function without(all: Asked): Asked {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** What an address asks, of the names that a page knows and with what they may be; anything else is not asked. */
export function askedOf(
  search: Record<string, unknown>,
  known: Readonly<Record<string, readonly string[] | 'text'>>,
): Asked {
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, values]) => {
      const raw = search[name];
      if (typeof raw !== 'string' && typeof raw !== 'number') return [];
      const text = String(raw).slice(0, 200);
      if (text === '' || (values !== 'text' && !values.includes(text))) return [];
      return [[name, raw]];
    }),
  );
}

/** One of many: a list that opens; what is chosen stands in the address. */
export function SelectFilter({
  label,
  name,
  asked,
  all,
  options,
}: {
  label: string;
  name: string;
  asked: Asked;
  /** What it says when nothing is chosen. */
  all: string;
  options: readonly { value: string; label: string }[];
}) {
  const navigate = useNavigate();
  return (
    <SelectField
      label={label}
      value={asked[name] === undefined ? '' : String(asked[name])}
      onChange={(event) => {
        const value = event.target.value === '' ? undefined : event.target.value;
        void navigate({ to: '.', search: ((now: Asked) => without({ ...now, [name]: value })) as never });
      }}
    >
      <option value="">{all}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

/** Words that the list must contain; the list follows while they are typed, and they stand in the address. */
export function TextFilter({
  label,
  hint,
  name,
  asked,
}: {
  label: string;
  hint: string;
  name: string;
  asked: Asked;
}) {
  const navigate = useNavigate();
  const inAddress = asked[name] === undefined ? '' : String(asked[name]);
  const [text, setText] = useState(inAddress);
  const asksFor = useRef(new Set([inAddress]));
  useEffect(() => {
    // The address changed by another way (back, "Togli i filtri"): what was typed goes with it.
    if (asksFor.current.has(inAddress)) return;
    asksFor.current = new Set([inAddress]);
    setText(inAddress);
  }, [inAddress]);
  return (
    <TextField
      type="search"
      label={label}
      hint={hint}
      value={text}
      autoComplete="off"
      maxLength={200}
      onChange={(event) => {
        const value = event.target.value;
        setText(value);
        const asks = value.trim() === '' ? undefined : value.trim();
        if (asks !== undefined) asksFor.current.delete('');
        asksFor.current.add(asks ?? '');
        void navigate({
          to: '.',
          replace: true,
          resetScroll: false,
          search: ((now: Asked) => without({ ...now, [name]: asks })) as never,
        });
      }}
    />
  );
}
