import { addDays, type LocalDate } from '#domain/calendar/local-date.js';
import { isWorkingDay } from '#domain/calendar/working-day.js';
import { dayOfMonthInWords } from '#domain/calendar/words.js';

/** A date of ours before an official end. */
export interface InternalDate {
  id: 'kit' | 'checks' | 'end';
  label: string;
  on: LocalDate;
  /** Why it is earlier than counted: the comune is closed. */
  note?: string;
}

/** Working days before the end: for the signature kit, for the office's checks. */
const BEFORE = [
  { id: 'kit', label: 'kit di firma pronto', days: 10 },
  { id: 'checks', label: 'tutto controllato', days: 5 },
] as const;

/**
 * Dates proposed backwards from the day to work by: ten working days for the signature, five for the checks. Days on
 * which the comune is closed do not count, and what they move is said.
 */
export function internalDates(workBy: LocalDate, isClosed: (date: LocalDate) => boolean): InternalDate[] {
  const open = (date: LocalDate) => isWorkingDay(date) && !isClosed(date);
  return [
    ...BEFORE.map(({ id, label, days }): InternalDate => {
      const on = back(workBy, days, open);
      const counted = back(workBy, days, isWorkingDay);
      if (on === counted) return { id, label, on };
      const was = dayOfMonthInWords(counted);
      return { id, label, on, note: `Senza i giorni di chiusura del Comune sarebbe il ${was}.` };
    }),
    { id: 'end', label: 'ultimo giorno di lavoro', on: workBy },
  ];
}

/** The day `count` open days before. */
function back(from: LocalDate, count: number, open: (date: LocalDate) => boolean): LocalDate {
  let day = from;
  for (let left = count; left > 0;) {
    day = addDays(day, -1);
    if (open(day)) left -= 1;
  }
  return day;
}
