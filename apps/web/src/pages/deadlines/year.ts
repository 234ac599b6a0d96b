import { monthInWords } from '../../ui/dates.js';

/** The year that is drawn: from the first of last month, thirteen months. */
export function yearFrom(on: string): {
  from: string;
  to: string;
  months: { first: string; label: string }[];
} {
  const [year = 0, month = 1] = on.split('-').map(Number);
  const months = Array.from({ length: 13 }, (_, n) => {
    const at = year * 12 + (month - 1) - 1 + n;
    const [y, m] = [Math.floor(at / 12), at % 12];
    const first = `${y}-${String(m + 1).padStart(2, '0')}-01`;
    const name = monthInWords(first).slice(0, 3);
    return {
      first,
      label: m === 0 || n === 0 ? `${name} ${y}` : name,
    };
  });
  const end = year * 12 + (month - 1) + 12;
  const lastDay = new Date(Date.UTC(Math.floor(end / 12), end % 12, 0));
  return { from: months[0]?.first ?? on, to: lastDay.toISOString().slice(0, 10), months };
}

/** Where a day lies between two: 0 at the first, 1 at the last; outside it stays at the edge. */
export function place(day: string, from: string, to: string): number {
  const share = (Date.parse(day) - Date.parse(from)) / (Date.parse(to) - Date.parse(from));
  return Math.min(1, Math.max(0, share));
}
