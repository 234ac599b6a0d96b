import { daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import { inWords } from '#domain/calendar/words.js';
import type { InternalDate } from './internal-dates.js';

/** A call that closes within so many days of its launch leaves too little for answer, signature and checks. */
const TIGHT_DAYS = 14;

/** What of a launch comes too late or nearly so, in words; nothing where there is time. */
export function tightTimes(
  today: LocalDate,
  end: LocalDate | undefined,
  /** Of every comune that would take part. */
  dates: readonly InternalDate[],
): string[] {
  if (end === undefined) return [];
  if (end < today) return [`l’avviso ha già chiuso ${inWords(end, { year: true })}`];
  const left = daysBetween(today, end);
  const past = dates.filter(({ on }) => on < today).map(({ label, on }) => `«${label}» era ${inWords(on)}`);
  return [
    ...(left > TIGHT_DAYS ? [] : [`l’avviso chiude ${inWords(end)}, ${inDays(left)}`]),
    ...new Set(past),
  ];
}

function inDays(left: number): string {
  if (left === 0) return 'cioè oggi';
  return left === 1 ? 'cioè domani' : `fra ${left} giorni`;
}
