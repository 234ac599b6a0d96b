/** What a cell of a table for Excel holds: text, a number, cents of euro, or a day `YYYY-MM-DD`. */
export type CsvValue = string | number | null | { cents: number } | { day: string | null };

/**
 * A table as Excel of an Italian machine opens it with a double click: UTF-8 with a mark, semicolons, decimal commas,
 * days as 26/03/2027. Text that a spreadsheet would take for a formula is kept text.
 */
export function csv(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return CSV_MARK + [head, ...rows].map(csvLine).join('');
}

/** By which Excel knows that a file is UTF-8. */
export const CSV_MARK = '\uFEFF';

export function csvLine(row: readonly CsvValue[]): string {
  return `${row.map(cell).join(';')}\r\n`;
}

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return quoted(harmless(value));
  if ('day' in value) return value.day === null ? '' : value.day.split('-').toReversed().join('/');
  return (value.cents / 100).toFixed(2).replace('.', ',');
}

/** An apostrophe in front, as people write it by hand: `=`, `+`, `-`, `@` begin formulas, and so do tabs before them. */
function harmless(text: string): string {
  return /^[\s]*[=+\-@＝＋－＠]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
