import { addDays, addMonths, daysBetween, type LocalDate } from '#domain/calendar/local-date.js';
import { addWorkingDays, isWorkingDay } from '#domain/calendar/working-day.js';
import { type Anchor, INNER_WORKING_DAYS, type When } from './policy.js';
import type { ScheduleInput } from './reminder-step.js';

/**
 * The day of a step, moved to the working day before when the comune is closed; nothing for a step that is not
 * counted, or counted from a date that this term does not have.
 */
export function countedDay(when: When, input: ScheduleInput): LocalDate | undefined {
  if (when.from === 'known') return undefined;
  if (when.from === 'half') {
    return workingDayBefore(middle(input.start.date, input.safeEnd), input.isClosed);
  }
  const anchor = anchorDay(when.from, input);
  if (anchor === undefined) return undefined;
  if ('years' in when && when.years !== undefined) return yearlyDay(anchor, when.years, when.days, input);
  const day = 'days' in when ? addDays(anchor, when.days) : addWorkingDays(anchor, when.workingDays);
  return workingDayBefore(day, input.isClosed);
}

/** The same day of a later year; none in the last month, when the term ends by itself. */
function yearlyDay(
  anchor: LocalDate,
  years: number,
  days: number,
  input: ScheduleInput,
): LocalDate | undefined {
  const day = addDays(addMonths(anchor, years * 12), days);
  return addDays(day, 31) > input.safeEnd ? undefined : workingDayBefore(day, input.isClosed);
}

function anchorDay(anchor: Anchor, input: ScheduleInput): LocalDate | undefined {
  switch (anchor) {
    case 'start':
      return input.start.date;
    case 'safeEnd':
      return input.safeEnd;
    case 'inner':
      return innerDay(input.safeEnd);
    case 'contractEnd':
      return input.contractEnds;
    default:
      return anchor satisfies never;
  }
}

/** At the end of a call: the day by which the comune's papers leave ten working days for signature and sending. */
export function innerDay(safeEnd: LocalDate): LocalDate {
  return addWorkingDays(safeEnd, -INNER_WORKING_DAYS);
}

/** The day itself or the last one before it on which the comune is open. */
export function workingDayBefore(day: LocalDate, isClosed: (date: LocalDate) => boolean): LocalDate {
  let date = day;
  while (!isWorkingDay(date) || isClosed(date)) date = addDays(date, -1);
  return date;
}

/** The day in the middle, the earlier of two. */
function middle(from: LocalDate, to: LocalDate): LocalDate {
  return addDays(from, Math.max(0, Math.floor(daysBetween(from, to) / 2)));
}

/** The day on which the office makes the round of a week: its Monday, or the working day before it, never after. */
export function roundDay(monday: LocalDate): LocalDate {
  return workingDayBefore(monday, () => false);
}
