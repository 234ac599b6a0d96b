import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';
import { from as fromThe, theDay, to as toThe } from '#domain/italian/article.js';
import type { Gap } from './rule.js';

/** The whole days on which a term was over and not yet open again; none where the new window opened on the next day. */
export function closedDays({ after, before }: Gap): { from: LocalDate; to: LocalDate } | undefined {
  const days = { from: addDays(after, 1), to: addDays(before, -1) };
  return days.from > days.to ? undefined : days;
}

/** "dal 4 al 17 maggio 2026", "il 4 maggio 2026" */
export function daysInWords({ from, to }: { from: LocalDate; to: LocalDate }): string {
  const last = theDay(dayOfMonthInWords(to, { year: true }));
  if (from === to) return last;
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const first = sameMonth ? String(Number(from.slice(8))) : dayOfMonthInWords(from);
  return `${fromThe(theDay(first))} ${toThe(last)}`;
}
